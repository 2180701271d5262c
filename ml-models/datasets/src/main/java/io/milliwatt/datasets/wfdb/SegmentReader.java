package io.milliwatt.datasets.wfdb;

import io.milliwatt.datasets.reader.FileContent;
import io.milliwatt.datasets.recording.Findings;
import io.milliwatt.datasets.recording.RecordingException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Joins the segments of a record into one. With a layout, signals are found by their description and have the layout's gain and
 * baseline; without one, by their position, and have those of the first segment that has samples. What a segment lacks is missing.
 */
final class SegmentReader {
    private final String name;
    private final SegmentedHeader header;
    private final RecordFolder folder;
    private final Findings findings;
    private final List<SegmentLine> segments;

    SegmentReader(Path file, SegmentedHeader header, Findings findings) {
        this.name = FileContent.name(file);
        this.header = header;
        this.folder = RecordFolder.of(file);
        this.findings = findings;
        this.segments = header.hasLayout()
                ? header.segments().subList(1, header.segments().size())
                : header.segments();
    }

    WfdbRecord read() throws RecordingException {
        Map<String, RecordHeader> headers = headers();
        List<SignalLine> layout = layout(headers);
        int frames = frames(layout);
        List<int[]> joined = new ArrayList<>();
        for (SignalLine line : layout) {
            int[] samples = new int[frames * line.samplesPerFrame()];
            Arrays.fill(samples, WfdbSignal.MISSING);
            joined.add(samples);
        }
        int from = 0;
        for (SegmentLine segment : segments) {
            if (!segment.isGap()) {
                WfdbRecord record = segment(segment, headers.get(segment.recordName()));
                for (int i = 0; i < layout.size(); i++) {
                    Optional<WfdbSignal> signal = source(record, layout.get(i), i);
                    if (signal.isPresent()) {
                        place(signal.get(), layout.get(i), from, (int) segment.frameCount(), joined.get(i));
                    }
                }
            }
            from += (int) segment.frameCount();
        }
        return new WfdbRecord(
                header.recordLine().withFrameCount(frames),
                IntStream.range(0, layout.size())
                        .mapToObj(i -> WfdbSignal.owning(layout.get(i), joined.get(i)))
                        .toList(),
                header.comments(),
                findings.sentences());
    }

    /** The headers of all records that are segments, each read once. */
    private Map<String, RecordHeader> headers() throws RecordingException {
        Map<String, RecordHeader> headers = new LinkedHashMap<>();
        for (SegmentLine segment : header.segments()) {
            if (segment.isGap() || headers.containsKey(segment.recordName())) {
                continue;
            }
            Header read = WfdbReader.header(folder.file(name, segment.recordName() + ".hea"), findings);
            if (!(read instanceof RecordHeader record)) {
                throw new RecordingException(
                        name,
                        "has the segment " + segment.recordName() + ", which has segments itself",
                        "List the inner segments instead.");
            }
            if (record.recordLine().frameRateHz() != header.recordLine().frameRateHz()) {
                throw new RecordingException(
                        name,
                        "states " + header.recordLine().frameRateHz() + " Hz, its segment " + segment.recordName() + " "
                                + record.recordLine().frameRateHz() + " Hz",
                        "Resample the segment, or correct the header that is wrong.");
            }
            headers.put(segment.recordName(), record);
        }
        return headers;
    }

    private List<SignalLine> layout(Map<String, RecordHeader> headers) throws RecordingException {
        List<SignalLine> layout =
                headers.values().stream().findFirst().map(RecordHeader::signals).orElse(List.of());
        if (layout.size() != header.signalCount()) {
            throw new RecordingException(
                    name,
                    "states " + header.signalCount() + " signals, its first segment has " + layout.size(),
                    "Correct the header that is wrong.");
        }
        return layout;
    }

    private int frames(List<SignalLine> layout) throws RecordingException {
        long sum = 0;
        for (SegmentLine segment : segments) {
            sum = Math.min(Integer.MAX_VALUE, sum + Math.min(Integer.MAX_VALUE, segment.frameCount()));
        }
        long stated = header.recordLine().frameCount();
        if (stated != 0 && stated != sum) {
            findings.damage(
                    name,
                    "states " + stated + " samples per signal, its segments have " + sum,
                    "Correct the header, or copy it again from its source.");
        }
        return sum == 0 ? 0 : RecordReader.frameLimit(name, sum, layout);
    }

    private WfdbRecord segment(SegmentLine segment, RecordHeader content) throws RecordingException {
        long own = content.recordLine().frameCount();
        if (own != segment.frameCount()) {
            findings.damage(
                    name,
                    "states " + segment.frameCount() + " samples for the segment " + segment.recordName()
                            + ", whose own header states " + own,
                    "Correct the header that is wrong.");
        }
        if (!header.hasLayout() && content.signals().size() != header.signalCount()) {
            throw new RecordingException(
                    name,
                    "states " + header.signalCount() + " signals, its segment " + segment.recordName() + " has "
                            + content.signals().size(),
                    "Records whose segments differ in their signals need a layout segment of length 0 as the first one.");
        }
        return new RecordReader(segment.recordName() + ".hea", content, folder, findings).read();
    }

    private Optional<WfdbSignal> source(WfdbRecord segment, SignalLine wanted, int index) {
        if (!header.hasLayout()) {
            return Optional.of(segment.signals().get(index));
        }
        return segment.signals().stream()
                .filter(signal -> signal.line().description().equals(wanted.description()))
                .findFirst();
    }

    private void place(WfdbSignal signal, SignalLine layout, int fromFrame, int frames, int[] joined)
            throws RecordingException {
        SignalLine line = signal.line();
        if (line.samplesPerFrame() != layout.samplesPerFrame()) {
            findings.damage(
                    line.file(),
                    "has " + line.samplesPerFrame() + " samples per frame of signal \"" + line.description()
                            + "\", the record has " + layout.samplesPerFrame() + ": they are left out",
                    "Resample the segment.");
            return;
        }
        double scale = layout.gainUnitsPerPhysicalUnit() / line.gainUnitsPerPhysicalUnit();
        boolean same = scale == 1 && layout.baseline() == line.baseline();
        if (!same && scale < 1) {
            findings.note(
                    line.file(),
                    "has a finer gain than the record for signal \"" + line.description()
                            + "\": its samples are rounded");
        }
        int count = Math.min(signal.length(), frames * layout.samplesPerFrame());
        int at = fromFrame * layout.samplesPerFrame();
        for (int i = 0; i < count; i++) {
            int sample = signal.sample(i);
            joined[at + i] = same || sample == WfdbSignal.MISSING
                    ? sample
                    : rounded((sample - (double) line.baseline()) * scale + layout.baseline());
        }
    }

    /** To the nearest whole number, upwards from the middle, as the WFDB library does; no recorded sample becomes a missing one. */
    private static int rounded(double value) {
        return (int) Math.clamp(Math.floor(value + 0.5), Integer.MIN_VALUE + 1.0, Integer.MAX_VALUE);
    }
}
