package io.milliwatt.dsp.ecg;

import java.util.OptionalDouble;

/**
 * How little a run of intervals repeats itself (Richman and Moorman 2000, Am. J. Physiol. 278): minus the logarithm of the share of
 * pairs of runs alike over two intervals that stay alike over three. Alike means every distance within 0.2 standard deviations.
 */
public final class SampleEntropy {

    private static final int LENGTH = 2;
    private static final double TOLERANCE_DEVIATIONS = 0.2;
    /** Ten intervals to the power of the length, the source's own advice for a figure worth having. */
    private static final int FEWEST_INTERVALS = 100;

    private SampleEntropy() {}

    /** Empty below 100 intervals, for constant ones, and where nothing repeats. The intervals are taken as one run, gaps closed. */
    public static OptionalDouble of(NormalIntervals intervals) {
        double[] millis = intervals.millis();
        if (millis.length < FEWEST_INTERVALS) {
            return OptionalDouble.empty();
        }
        double tolerance = TOLERANCE_DEVIATIONS * TimeDomainVariability.sampleDeviation(millis);
        long alike = 0;
        long stillAlike = 0;
        for (int i = 0; i < millis.length - LENGTH; i++) {
            for (int j = i + 1; j < millis.length - LENGTH; j++) {
                if (Math.abs(millis[i] - millis[j]) <= tolerance
                        && Math.abs(millis[i + 1] - millis[j + 1]) <= tolerance) {
                    alike++;
                    if (Math.abs(millis[i + LENGTH] - millis[j + LENGTH]) <= tolerance) {
                        stillAlike++;
                    }
                }
            }
        }
        return tolerance == 0 || stillAlike == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(Math.log((double) alike / stillAlike));
    }
}
