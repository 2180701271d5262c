package io.milliwatt.datasets.wfdb;

import io.milliwatt.datasets.recording.RecordingException;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Writes the signals of one file frame after frame, block by block. */
final class GroupWriter {
    private static final int BLOCK_SAMPLES = 1 << 14;

    private final SignalFormat format;
    private final List<WfdbSignal> signals;
    private final int[] latest;
    private final int[] sums;
    private final int[] first;

    GroupWriter(SignalFormat format, List<WfdbSignal> signals) {
        this.format = format;
        this.signals = signals;
        this.latest = new int[signals.size()];
        this.sums = new int[signals.size()];
        this.first = new int[signals.size()];
    }

    void write(int frames, OutputStream out) throws IOException {
        int frameSamples = signals.stream()
                .mapToInt(signal -> signal.line().samplesPerFrame())
                .sum();
        // Six frames end with a whole pack, whatever the format: blocks can be written one after the other.
        int blockFrames = Math.max(1, BLOCK_SAMPLES / (6 * frameSamples)) * 6;
        int[] block = new int[blockFrames * frameSamples];
        for (int from = 0; from < frames; from += blockFrames) {
            int count = Math.min(blockFrames, frames - from);
            int at = 0;
            for (int frame = from; frame < from + count; frame++) {
                for (int s = 0; s < signals.size(); s++) {
                    int perFrame = signals.get(s).line().samplesPerFrame();
                    for (int k = 0; k < perFrame; k++) {
                        block[at++] = stored(s, frame * perFrame + k);
                    }
                }
            }
            out.write(SampleEncoder.encode(format, Arrays.copyOf(block, at)));
        }
    }

    /** The signals' lines with what was written. */
    List<SignalLine> lines() {
        List<SignalLine> lines = new ArrayList<>();
        for (int s = 0; s < signals.size(); s++) {
            lines.add(signals.get(s).line().stored(first[s], (short) sums[s]));
        }
        return lines;
    }

    private int stored(int signal, int index) throws RecordingException {
        int sample = signals.get(signal).sample(index);
        int value = sample == WfdbSignal.MISSING && format != SignalFormat.DIFFERENCES_8 ? format.min() - 1 : sample;
        if (sample != WfdbSignal.MISSING && (sample < format.min() || sample > format.max())) {
            throw refusal(
                    signal,
                    index,
                    "is " + sample + ", and format " + format.number() + " holds " + format.min() + " to "
                            + format.max());
        }
        if (index == 0) {
            first[signal] = value;
            latest[signal] = value;
        }
        sums[signal] += value;
        if (format != SignalFormat.DIFFERENCES_8) {
            return value;
        }
        if (sample == WfdbSignal.MISSING) {
            throw refusal(signal, index, "was not recorded, and format 8 cannot say so");
        }
        long difference = (long) value - latest[signal];
        if (difference < Byte.MIN_VALUE || difference > Byte.MAX_VALUE) {
            throw refusal(
                    signal,
                    index,
                    "differs by " + difference + " from the one before, and format 8 holds differences of -128 to 127");
        }
        latest[signal] = value;
        return (int) difference;
    }

    private RecordingException refusal(int signal, int index, String problem) {
        SignalLine line = signals.get(signal).line();
        return new RecordingException(
                line.file(),
                "cannot hold signal \"" + line.description() + "\": sample " + index + " " + problem,
                "Use format 16, or 24 and 32 for larger values.");
    }
}
