package io.milliwatt.platform.storage;

import java.util.ArrayList;
import java.util.List;

/**
 * Minimum, maximum and mean over every {@value #FACTOR} samples of a block, for pages that draw more samples than they
 * have pixels but less than a block per pixel. Coarser steps come from the block's own columns and the trend rollups.
 */
final class WaveformPyramid {

    static final int FACTOR = 16;

    private WaveformPyramid() {}

    /** The steps as one run of minima, one of maxima and one of means, written as differences. */
    static byte[] of(short[] counts) {
        int steps = Math.ceilDiv(counts.length, FACTOR);
        short[] runs = new short[3 * steps];
        for (int step = 0; step < steps; step++) {
            int from = step * FACTOR;
            Summary summary = Summary.of(counts, from, Math.min(counts.length, from + FACTOR));
            runs[step] = (short) summary.minimum();
            runs[steps + step] = (short) summary.maximum();
            runs[2 * steps + step] = (short) Math.round(summary.mean());
        }
        return StoredCounts.encode(runs);
    }

    /** The steps of a block of so many samples, as {@link #of} wrote them. */
    static List<Summary> read(byte[] stored, int samples) {
        int steps = Math.ceilDiv(samples, FACTOR);
        short[] runs = StoredCounts.decode(stored, 3 * steps);
        List<Summary> summaries = new ArrayList<>(steps);
        for (int step = 0; step < steps; step++) {
            summaries.add(new Summary(runs[step], runs[steps + step], runs[2 * steps + step]));
        }
        return summaries;
    }

    /** Smallest, largest and mean count. */
    record Summary(int minimum, int maximum, double mean) {

        /** Over {@code counts[from, to)}, which must not be empty. */
        static Summary of(short[] counts, int from, int to) {
            int minimum = counts[from];
            int maximum = counts[from];
            long total = 0;
            for (int i = from; i < to; i++) {
                minimum = Math.min(minimum, counts[i]);
                maximum = Math.max(maximum, counts[i]);
                total += counts[i];
            }
            return new Summary(minimum, maximum, (double) total / (to - from));
        }
    }
}
