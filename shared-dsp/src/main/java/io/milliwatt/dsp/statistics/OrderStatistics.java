package io.milliwatt.dsp.statistics;

import java.util.Arrays;

/** Values by rank. */
public final class OrderStatistics {

    /** Turns a median absolute deviation into a standard deviation for normal samples: 1 / Φ⁻¹(3/4). */
    public static final double NORMAL_CONSISTENCY = 1.482602218505602;

    private OrderStatistics() {}

    public static double median(double[] values) {
        return quantile(values, 0.5);
    }

    /** Median of the distances from the median, unscaled. */
    public static double medianAbsoluteDeviation(double[] values) {
        double median = median(values);
        double[] distances = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            distances[i] = Math.abs(values[i] - median);
        }
        return median(distances);
    }

    /** Quantile with linear interpolation between ranks (type 7 of Hyndman and Fan 1996, numpy's default); share within 0..1. */
    public static double quantile(double[] values, double share) {
        if (values.length == 0 || !(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("A quantile needs values and a share within 0..1, but there are "
                    + values.length + " values and the share is " + share);
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double rank = share * (sorted.length - 1);
        int below = (int) rank;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (rank - below) * (sorted[above] - sorted[below]);
    }
}
