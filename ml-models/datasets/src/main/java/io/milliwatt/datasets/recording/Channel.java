package io.milliwatt.datasets.recording;

import java.util.Arrays;
import java.util.Objects;

/**
 * One named series of samples in the unit of its file, which the file rarely states. Samples that were missing or not a number
 * stand as NaN; a consumer decides what they mean, a reader never fills them in.
 */
public final class Channel {
    private final String name;
    private final double[] samples;

    private Channel(String name, double[] samples) {
        this.name = Objects.requireNonNull(name, "channel name is null");
        this.samples = samples;
    }

    /** Takes a copy of {@code samples}. */
    public static Channel of(String name, double[] samples) {
        return new Channel(name, samples.clone());
    }

    /** Takes {@code samples} as they are; for readers that made the array and keep no other reference to it. */
    public static Channel owning(String name, double[] samples) {
        return new Channel(name, samples);
    }

    public String name() {
        return name;
    }

    public int length() {
        return samples.length;
    }

    public double sample(int index) {
        return samples[index];
    }

    /** A copy of all samples. */
    public double[] samples() {
        return samples.clone();
    }

    /** A copy of {@code length} samples from {@code from} on; the range must lie inside the channel. */
    public double[] window(int from, int length) {
        Objects.checkFromIndexSize(from, length, samples.length);
        return Arrays.copyOfRange(samples, from, from + length);
    }

    /** How many samples are NaN or infinite. */
    public int notFiniteCount() {
        int count = 0;
        for (double sample : samples) {
            if (!Double.isFinite(sample)) {
                count++;
            }
        }
        return count;
    }

    @Override
    public String toString() {
        return name + " (" + samples.length + " samples)";
    }
}
