package io.milliwatt.datasets.wfdb;

import io.milliwatt.datasets.recording.RecordingException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Signals that share a file, frame after frame.
 *
 * @param first index of the first one in the header
 * @param signals at least one
 */
record SignalGroup(int first, List<SignalLine> signals) {
    /** More samples in one frame than any recorder takes; a frame must fit into a buffer. */
    private static final long MAX_FRAME_SAMPLES = 1 << 20;

    /** All signals of a header by their file; those of one file must stand beside each other and agree in how it is stored. */
    static List<SignalGroup> of(String header, List<SignalLine> signals) throws RecordingException {
        List<SignalGroup> groups = new ArrayList<>();
        Set<String> files = new HashSet<>();
        int first = 0;
        for (int i = 1; i <= signals.size(); i++) {
            if (i == signals.size() || !shareFile(signals.get(first), signals.get(i))) {
                SignalGroup group = new SignalGroup(first, List.copyOf(signals.subList(first, i)));
                group.validate(header);
                if (!group.isNull() && !files.add(group.file())) {
                    throw new RecordingException(
                            header,
                            "names the file " + group.file() + " for signals that do not stand beside each other",
                            "List the signals of one file one after the other.");
                }
                groups.add(group);
                first = i;
            }
        }
        return groups;
    }

    private static boolean shareFile(SignalLine one, SignalLine other) {
        return one.file().equals(other.file());
    }

    private void validate(String header) throws RecordingException {
        SignalLine lead = signals.getFirst();
        for (SignalLine signal : signals) {
            if (signal.formatNumber() != lead.formatNumber()
                    || signal.byteOffset() != lead.byteOffset()
                    || signal.blockSize() != lead.blockSize()) {
                throw new RecordingException(
                        header,
                        "states different formats, offsets or block sizes for signals of the one file " + file(),
                        "Correct the lines of its signals.");
            }
        }
        if (frameSamplesLong() > MAX_FRAME_SAMPLES) {
            throw new RecordingException(
                    header,
                    "states " + frameSamplesLong() + " samples in one frame of " + file(),
                    "Correct the header.");
        }
    }

    String file() {
        return signals.getFirst().file();
    }

    /** Whether there is no file, because nothing of these signals was recorded. */
    boolean isNull() {
        return signals.getFirst().formatNumber() == SignalFormat.NULL.number();
    }

    long byteOffset() {
        return signals.getFirst().byteOffset();
    }

    int frameSamples() {
        return Math.toIntExact(frameSamplesLong());
    }

    private long frameSamplesLong() {
        return signals.stream().mapToLong(SignalLine::samplesPerFrame).sum();
    }
}
