package io.milliwatt.training.novelty;

import io.milliwatt.runtime.model.Clusters;
import java.util.Arrays;
import java.util.List;

/** Means, spreads and the node's integers of healthy windows. */
final class HealthyWindows {

    /** Fraction bits of a distance in spreads; a sixteenth of a spread is far below what a feature repeats to. */
    static final int FRACTION_BITS = 4;

    /** Keeps 4 fraction bits of the squared distance: 45 spreads before it saturates. */
    static final int DISTANCE_SHIFT = 4;

    /** Inputs are integers, so a spread below one unit has no meaning; with it the inverse spreads fill 16 bits. */
    static final double SMALLEST_SPREAD = 1;

    static final int SPREAD_SHIFT = 16 - FRACTION_BITS;

    private HealthyWindows() {}

    static double[] mean(List<short[]> windows) {
        double[] mean = new double[windows.getFirst().length];
        for (short[] window : windows) {
            for (int input = 0; input < mean.length; input++) {
                mean[input] += (double) window[input] / windows.size();
            }
        }
        return mean;
    }

    /** Standard deviations around the mean. */
    static double[] spreads(List<short[]> windows) {
        double[] mean = mean(windows);
        double[] scale = new double[mean.length];
        Arrays.fill(scale, 1);
        return spreads(windows, List.of(mean), scale);
    }

    /** Standard deviations around the centroid that is nearest in units of {@code scale}. */
    private static double[] spreads(List<short[]> windows, List<double[]> centroids, double[] scale) {
        double[] sum = new double[scale.length];
        for (short[] window : windows) {
            double[] nearest = nearest(window, centroids, scale);
            for (int input = 0; input < sum.length; input++) {
                double deviation = window[input] - nearest[input];
                sum[input] += deviation * deviation;
            }
        }
        int freedom = Math.max(1, windows.size() - centroids.size());
        return Arrays.stream(sum)
                .map(each -> Math.max(SMALLEST_SPREAD, Math.sqrt(each / freedom)))
                .toArray();
    }

    private static double[] nearest(short[] window, List<double[]> centroids, double[] scale) {
        double[] nearest = centroids.getFirst();
        double smallest = Double.POSITIVE_INFINITY;
        for (double[] centroid : centroids) {
            double sum = 0;
            for (int input = 0; input < scale.length; input++) {
                double spreads = (window[input] - centroid[input]) / scale[input];
                sum += spreads * spreads;
            }
            if (sum < smallest) {
                smallest = sum;
                nearest = centroid;
            }
        }
        return nearest;
    }

    /** The model in integers: spreads around the clusters, and a threshold from the healthy windows' own distances. */
    static Clusters quantized(List<short[]> windows, List<double[]> centroids, double thresholdFactor) {
        double[] spread = spreads(windows, centroids, spreads(windows));
        int[] inverse = new int[spread.length];
        for (int input = 0; input < spread.length; input++) {
            inverse[input] = (int) Math.min(65_535, Math.round((1 << (SPREAD_SHIFT + FRACTION_BITS)) / spread[input]));
        }
        short[][] rounded = new short[centroids.size()][spread.length];
        for (int cluster = 0; cluster < rounded.length; cluster++) {
            for (int input = 0; input < spread.length; input++) {
                rounded[cluster][input] = (short) Math.round(centroids.get(cluster)[input]);
            }
        }
        Clusters open = new Clusters(SPREAD_SHIFT, DISTANCE_SHIFT, Clusters.LARGEST_DISTANCE, inverse, rounded);
        int largest = windows.stream()
                .mapToInt(window -> open.nearest(window).distance())
                .max()
                .orElse(0);
        int threshold = (int) Math.min(Clusters.LARGEST_DISTANCE - 1, Math.round(thresholdFactor * largest));
        return new Clusters(SPREAD_SHIFT, DISTANCE_SHIFT, threshold, inverse, rounded);
    }
}
