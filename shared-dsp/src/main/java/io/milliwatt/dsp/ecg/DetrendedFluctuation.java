package io.milliwatt.dsp.ecg;

import java.util.OptionalDouble;

/**
 * Short-term scaling exponent α1 (Peng et al. 1995, Chaos 5): slope of log fluctuation over log box size, boxes of 4 to 16 intervals,
 * each with its own straight line removed from the summed deviations. About 0.5 for random intervals, 1 for a healthy heart, 1.5 for a
 * random walk.
 */
public final class DetrendedFluctuation {

    private static final int SMALLEST_BOX = 4;
    private static final int LARGEST_BOX = 16;
    /** Four of the largest boxes. */
    private static final int FEWEST_INTERVALS = 64;

    private DetrendedFluctuation() {}

    /** Empty below 64 intervals and for constant ones. The intervals are taken as one run, gaps closed. */
    public static OptionalDouble shortTermExponent(NormalIntervals intervals) {
        double[] millis = intervals.millis();
        if (millis.length < FEWEST_INTERVALS) {
            return OptionalDouble.empty();
        }
        double[] profile = profile(millis);
        double[] logSizes = new double[LARGEST_BOX - SMALLEST_BOX + 1];
        double[] logFluctuations = new double[logSizes.length];
        for (int i = 0; i < logSizes.length; i++) {
            double fluctuation = fluctuation(profile, SMALLEST_BOX + i);
            if (!(fluctuation > 0)) {
                return OptionalDouble.empty();
            }
            logSizes[i] = Math.log(SMALLEST_BOX + i);
            logFluctuations[i] = Math.log(fluctuation);
        }
        return OptionalDouble.of(StraightLine.through(logSizes, logFluctuations).slope());
    }

    private static double[] profile(double[] millis) {
        double mean = 0;
        for (double value : millis) {
            mean += value;
        }
        mean /= millis.length;
        double[] profile = new double[millis.length];
        double sum = 0;
        for (int i = 0; i < millis.length; i++) {
            sum += millis[i] - mean;
            profile[i] = sum;
        }
        return profile;
    }

    /** Root mean square about the boxes' lines; what does not fill a box at the end is left out. */
    private static double fluctuation(double[] profile, int size) {
        int boxes = profile.length / size;
        double sum = 0;
        for (int box = 0; box < boxes; box++) {
            sum += StraightLine.through(profile, box * size, size).squaredError(profile, box * size, size);
        }
        return Math.sqrt(sum / (boxes * (double) size));
    }
}
