package io.milliwatt.datasets.wfdb;

import java.util.Objects;

/** One signal of a record with its samples, in the converter's units. */
public final class WfdbSignal {
    /** Stands for a sample that was not recorded, whatever the format stores for it. */
    public static final int MISSING = Integer.MIN_VALUE;

    private final SignalLine line;
    private final int[] samples;

    private WfdbSignal(SignalLine line, int[] samples) {
        this.line = Objects.requireNonNull(line, "signal line is null");
        this.samples = samples;
    }

    /** Takes a copy of {@code samples}. */
    public static WfdbSignal of(SignalLine line, int[] samples) {
        return new WfdbSignal(line, samples.clone());
    }

    /** Takes {@code samples} as they are; for readers that made the array and keep no other reference to it. */
    static WfdbSignal owning(SignalLine line, int[] samples) {
        return new WfdbSignal(line, samples);
    }

    public SignalLine line() {
        return line;
    }

    /** Frames times samples per frame. */
    public int length() {
        return samples.length;
    }

    /** One sample, or {@link #MISSING}. */
    public int sample(int index) {
        return samples[index];
    }

    /** A copy of all samples. */
    public int[] samples() {
        return samples.clone();
    }
}
