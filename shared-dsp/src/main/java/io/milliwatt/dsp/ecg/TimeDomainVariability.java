package io.milliwatt.dsp.ecg;

import io.milliwatt.dsp.statistics.Moments;
import io.milliwatt.dsp.statistics.OrderStatistics;
import java.util.Optional;

/**
 * Heart rate variability by the clock. Standard deviations are the sample's (divided by n - 1); shares count absolute differences.
 *
 * @param meanMillis mean normal interval
 * @param medianMillis median normal interval
 * @param sdnnMillis standard deviation of the intervals
 * @param sdsdMillis standard deviation of successive differences
 * @param rmssdMillis root mean square of successive differences
 * @param pnn50Percent share of successive differences over 50 ms
 * @param pnn20Percent share of successive differences over 20 ms
 * @param geometry the figures of the intervals' histogram
 */
public record TimeDomainVariability(
        double meanMillis,
        double medianMillis,
        double sdnnMillis,
        double sdsdMillis,
        double rmssdMillis,
        double pnn50Percent,
        double pnn20Percent,
        IntervalHistogram geometry) {

    /** Empty below three intervals with two successive differences: a deviation of one value says nothing. */
    public static Optional<TimeDomainVariability> of(NormalIntervals intervals) {
        double[] differences = intervals.successiveDifferencesMillis();
        if (differences.length < 2) {
            return Optional.empty();
        }
        double[] millis = intervals.millis();
        Moments moments = Moments.of(millis);
        return Optional.of(new TimeDomainVariability(
                moments.mean(),
                OrderStatistics.median(millis),
                sampleDeviation(millis),
                sampleDeviation(differences),
                Moments.of(differences).rms(),
                percentOver(differences, 50),
                percentOver(differences, 20),
                IntervalHistogram.of(millis)));
    }

    public double meanHeartRatePerMinute() {
        return 60_000 / meanMillis;
    }

    static double sampleDeviation(double[] values) {
        return Math.sqrt(Moments.of(values).variance() * values.length / (values.length - 1));
    }

    private static double percentOver(double[] differences, double limitMillis) {
        int over = 0;
        for (double difference : differences) {
            if (Math.abs(difference) > limitMillis) {
                over++;
            }
        }
        return 100.0 * over / differences.length;
    }
}
