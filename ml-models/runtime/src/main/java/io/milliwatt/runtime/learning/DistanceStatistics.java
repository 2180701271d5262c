package io.milliwatt.runtime.learning;

import io.milliwatt.dsp.fixedpoint.IntegerSquareRoot;
import io.milliwatt.runtime.model.Clusters;

/** Distances of the threshold's phase: their sum, the sum of their squares and the sixteen largest. */
final class DistanceStatistics {

    int sum;
    long squares;
    final int[] largest = new int[LearningRule.MOST_RANKS];

    void add(int distance) {
        sum += distance;
        squares += (long) distance * distance;
        int carried = distance;
        for (int rank = 0; rank < largest.length; rank++) {
            if (carried > largest[rank]) {
                int smaller = largest[rank];
                largest[rank] = carried;
                carried = smaller;
            }
        }
    }

    void forget() {
        sum = 0;
        squares = 0;
        java.util.Arrays.fill(largest, 0);
    }

    int threshold(LearningRule rule, int windows) {
        long found = switch (rule.threshold()) {
            case ThresholdRule.MeanAndSpreads spreads -> meanAndSpreads(windows, spreads.factorQ4());
            case ThresholdRule.Rank rank -> (long) largest[rank.rank() - 1] * rank.factorQ4() / 16;
        };
        return (int) Math.clamp(found, rule.smallestThreshold(), Clusters.LARGEST_DISTANCE - 1L);
    }

    private long meanAndSpreads(int windows, int factorQ4) {
        long deviations = Math.max(0, squares - (long) sum * sum / windows);
        long spreadQ8 = IntegerSquareRoot.of(deviations * 65536 / Math.max(1, windows - 1));
        return (sum * 256L / windows + spreadQ8 * factorQ4 / 16) / 256;
    }
}
