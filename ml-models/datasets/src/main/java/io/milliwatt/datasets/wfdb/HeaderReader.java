package io.milliwatt.datasets.wfdb;

import io.milliwatt.datasets.recording.Findings;
import io.milliwatt.datasets.recording.RecordingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the text of a header file after header(5) of the WFDB Applications Guide, defaults included. */
final class HeaderReader {
    private static final Pattern NAME = Pattern.compile("([^/\\s]+)(?:/(\\d{1,9}))?");
    private static final Pattern RATES = Pattern.compile("([^/()\\s]+)(?:/([^/()\\s]+)(?:\\(([^()\\s]+)\\))?)?");
    private static final int MAX_LISTED = 100_000;

    private final String file;
    private final Findings findings;
    private final List<String> comments = new ArrayList<>();
    private final List<HeaderTokens> lines = new ArrayList<>();

    private HeaderReader(String file, Findings findings) {
        this.file = file;
        this.findings = findings;
    }

    /** @param file the header's name, for messages */
    static Header read(String file, String text, Findings findings) throws RecordingException {
        HeaderReader reader = new HeaderReader(file, findings);
        reader.sort(text);
        return reader.header();
    }

    private void sort(String text) {
        int number = 0;
        for (String line : text.split("\n", -1)) {
            number++;
            String content = line.strip();
            if (content.startsWith("#")) {
                comments.add(content.substring(1).strip());
            } else if (!content.isEmpty()) {
                lines.add(new HeaderTokens(file, number, content));
            }
        }
    }

    private Header header() throws RecordingException {
        if (lines.isEmpty()) {
            throw new RecordingException(file, "holds no record line", "It is no WFDB header, or was cut short.");
        }
        HeaderTokens tokens = lines.getFirst();
        Matcher name = tokens.match("record name", tokens.required("record name"), NAME);
        int signalCount = (int) listed(tokens, "number of signals", tokens.required("number of signals"));
        RecordLine recordLine = recordLine(tokens, name.group(1));
        if (name.group(2) == null) {
            return new RecordHeader(recordLine, signals(recordLine, signalCount), comments);
        }
        int segmentCount = (int) listed(tokens, "number of segments", name.group(2));
        return new SegmentedHeader(recordLine, signalCount, segments(segmentCount), comments);
    }

    private RecordLine recordLine(HeaderTokens tokens, String name) throws RecordingException {
        Optional<Matcher> rates = tokens.next("sampling frequency", RATES);
        double frameRateHz = RecordLine.DEFAULT_FRAME_RATE_HZ;
        double counterRateHz = 0;
        double baseCounter = 0;
        if (rates.isPresent()) {
            frameRateHz = tokens.number("sampling frequency", rates.get().group(1));
            if (frameRateHz <= 0) {
                throw tokens.failure("has a sampling frequency of " + frameRateHz + " Hz, which must be above 0,");
            }
            if (rates.get().group(2) != null) {
                counterRateHz = tokens.number("counter frequency", rates.get().group(2));
            }
            if (rates.get().group(3) != null) {
                baseCounter = tokens.number("base counter value", rates.get().group(3));
            }
        }
        Optional<String> length = tokens.next();
        long frameCount = length.isPresent() ? tokens.count("number of samples", length.get()) : 0;
        RecordStart start = RecordStart.parse(file, tokens.next(), tokens.next(), findings);
        return new RecordLine(
                name,
                frameRateHz,
                counterRateHz > 0 ? counterRateHz : frameRateHz,
                baseCounter,
                frameCount,
                start.time(),
                start.date());
    }

    private List<SignalLine> signals(RecordLine recordLine, int count) throws RecordingException {
        requireLines(count, "signal");
        List<SignalLine> signals = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            signals.add(SignalLineReader.read(lines.get(i + 1), recordLine.name(), i));
        }
        return signals;
    }

    private List<SegmentLine> segments(int count) throws RecordingException {
        if (count == 0) {
            throw lines.getFirst().failure("states 0 segments");
        }
        requireLines(count, "segment");
        List<SegmentLine> segments = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            HeaderTokens tokens = lines.get(i + 1);
            String name = tokens.required("segment name");
            segments.add(new SegmentLine(name, tokens.count("segment length", tokens.required("segment length"))));
        }
        return segments;
    }

    private void requireLines(int count, String kind) throws RecordingException {
        int found = lines.size() - 1;
        if (found < count) {
            throw new RecordingException(
                    file,
                    "states " + count + " " + kind + "s but has lines for " + found,
                    "It was cut short, or the number in its first line is wrong.");
        }
        if (found > count) {
            findings.note(
                    file,
                    "has " + (found - count) + " lines more than the " + count + " " + kind
                            + "s it states; they are not read");
        }
    }

    private static long listed(HeaderTokens tokens, String field, String token) throws RecordingException {
        long count = tokens.count(field, token);
        if (count > MAX_LISTED) {
            throw tokens.failure("states " + count + " as its " + field + ", more than any record has,");
        }
        return count;
    }
}
