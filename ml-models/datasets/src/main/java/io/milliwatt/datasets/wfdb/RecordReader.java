package io.milliwatt.datasets.wfdb;

import io.milliwatt.datasets.recording.Findings;
import io.milliwatt.datasets.recording.RecordingException;
import io.milliwatt.datasets.recording.SampleLimit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads the signals of an ordinary record and holds them against what its header says. */
final class RecordReader {
    private final String header;
    private final RecordHeader content;
    private final RecordFolder folder;
    private final Findings findings;

    /** @param header the header's file name, for messages */
    RecordReader(String header, RecordHeader content, RecordFolder folder, Findings findings) {
        this.header = header;
        this.content = content;
        this.folder = folder;
        this.findings = findings;
    }

    WfdbRecord read() throws RecordingException {
        List<SignalGroup> groups = SignalGroup.of(header, content.signals());
        int limit = frameLimit(header, content.recordLine().frameCount(), content.signals());
        List<Optional<GroupReader>> readers = new ArrayList<>();
        for (SignalGroup group : groups) {
            readers.add(reader(group, limit));
        }
        int frames = readers.stream()
                .flatMap(Optional::stream)
                .mapToInt(GroupReader::frames)
                .max()
                .orElse(0);
        if (readers.stream().allMatch(Optional::isEmpty) && groups.stream().allMatch(SignalGroup::isNull)) {
            frames = content.recordLine().frameCount() == 0 ? 0 : limit;
        }
        List<WfdbSignal> signals = new ArrayList<>();
        for (int g = 0; g < groups.size(); g++) {
            if (readers.get(g).isPresent()) {
                judgeLength(groups.get(g), readers.get(g).get(), frames);
            }
            for (int s = 0; s < groups.get(g).signals().size(); s++) {
                signals.add(signal(groups.get(g), s, readers.get(g), frames));
            }
        }
        return new WfdbRecord(
                content.recordLine().withFrameCount(frames), signals, content.comments(), findings.sentences());
    }

    /** The stated number of frames, or as many as a record may have if none is stated. */
    static int frameLimit(String header, long stated, List<SignalLine> signals) throws RecordingException {
        long perFrame = Math.max(
                1, signals.stream().mapToLong(SignalLine::samplesPerFrame).sum());
        if (stated > SampleLimit.SAMPLES / perFrame) {
            throw new RecordingException(
                    header,
                    "states " + stated + " frames of " + perFrame + " samples, and " + SampleLimit.SAMPLES
                            + " samples are the most that are read here",
                    "Cut the record into shorter ones, or correct the header.");
        }
        return (int) (stated == 0 ? SampleLimit.SAMPLES / perFrame : stated);
    }

    private Optional<GroupReader> reader(SignalGroup group, int limit) throws RecordingException {
        if (group.isNull()) {
            return Optional.empty();
        }
        Optional<SignalFormat> format = group.signals().getFirst().format();
        if (format.isEmpty()) {
            findings.damage(
                    header,
                    "states format " + group.signals().getFirst().formatNumber() + " for " + group.file()
                            + ", which is none of 8, 16, 24, 32, 61, 80, 160, 212, 310 and 311",
                    "Convert the record to one of these, such as 16, with WFDB's xform.");
            return Optional.empty();
        }
        GroupReader reader = new GroupReader(group, format.get(), folder.file(header, group.file()));
        reader.read(limit);
        if (reader.failure().isPresent()) {
            findings.damage(reader.failure().get());
        }
        return Optional.of(reader);
    }

    private void judgeLength(SignalGroup group, GroupReader reader, int frames) throws RecordingException {
        long stated = content.recordLine().frameCount();
        if (reader.holdsMore() && stated == 0) {
            throw new RecordingException(
                    group.file(),
                    "holds more than " + SampleLimit.SAMPLES + " samples",
                    "Cut it into shorter records.");
        }
        if (reader.holdsMore() && group.signals().getFirst().blockSize() == 0) {
            findings.note(
                    group.file(),
                    "holds more than the " + stated
                            + " samples per signal that the header states; the rest is not read");
        }
        if (reader.frames() < Math.max(stated, frames)) {
            findings.damage(
                    group.file(),
                    "is cut short: it holds " + reader.frames() + " samples per signal"
                            + (stated > 0
                                    ? ", the header states " + stated
                                    : ", other files of the record hold " + frames),
                    "Copy it again from its source, or correct the header.");
        }
    }

    private WfdbSignal signal(SignalGroup group, int index, Optional<GroupReader> reader, int frames)
            throws RecordingException {
        SignalLine line = group.signals().get(index);
        if (reader.isEmpty()) {
            int[] nothing = new int[frames * line.samplesPerFrame()];
            Arrays.fill(nothing, WfdbSignal.MISSING);
            return WfdbSignal.owning(line, nothing);
        }
        int[] samples = reader.get().samples(index, frames);
        if (content.recordLine().frameCount() > 0
                && reader.get().frames() == content.recordLine().frameCount()) {
            verify(line, samples, reader.get().checksum(index));
        }
        return WfdbSignal.owning(line, deskewed(line, samples));
    }

    private void verify(SignalLine line, int[] samples, short sum) throws RecordingException {
        if (line.checksum().isEmpty()) {
            return;
        }
        if (line.checksum().getAsInt() != sum) {
            findings.damage(
                    line.file(),
                    "is damaged: the samples of signal \"" + line.description() + "\" add up to checksum " + sum
                            + ", the header states " + line.checksum().getAsInt(),
                    "Copy the record again from its source.");
        }
        if (samples[0] != line.initialValue() && samples[0] != WfdbSignal.MISSING) {
            findings.damage(
                    line.file(),
                    "does not fit its header: signal \"" + line.description() + "\" begins with " + samples[0]
                            + ", the header states " + line.initialValue(),
                    "Copy the record again from its source.");
        }
    }

    /** Samples before the record's first one fall away; as many at the end were not recorded. */
    private static int[] deskewed(SignalLine line, int[] samples) {
        int skew = (int) Math.min(
                samples.length,
                Math.round((double) line.skewSamples() / line.samplesPerFrame()) * (long) line.samplesPerFrame());
        if (skew == 0) {
            return samples;
        }
        int[] shifted = Arrays.copyOf(Arrays.copyOfRange(samples, skew, samples.length), samples.length);
        Arrays.fill(shifted, samples.length - skew, samples.length, WfdbSignal.MISSING);
        return shifted;
    }
}
