package io.milliwatt.ec57.beat;

import io.milliwatt.ec57.TestPeriod;
import java.util.Collection;
import java.util.OptionalDouble;

/**
 * Differences in time, summed up.
 *
 * @param squaredSamples the sum of their squares, in samples²
 */
public record ErrorSum(long number, double squaredSamples, double sampleRateHz) {

    /** Over records of one or several sample rates, at the first one's rate. */
    public static ErrorSum total(Collection<ErrorSum> sums) {
        double rate =
                sums.stream().mapToDouble(ErrorSum::sampleRateHz).findFirst().orElse(1);
        return new ErrorSum(
                sums.stream().mapToLong(ErrorSum::number).sum(),
                sums.stream()
                        .mapToDouble(sum -> sum.squaredSamples() * Math.pow(rate / sum.sampleRateHz(), 2))
                        .sum(),
                rate);
    }

    /** The root of the mean square; empty where there was nothing to compare. */
    public OptionalDouble rootMeanSquareMillis() {
        return number == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(Math.sqrt(squaredSamples / number) * 1000 / TestPeriod.samples(1, sampleRateHz));
    }

    /** While it is summed up. */
    static final class Tally {
        private long number;
        private double squaredSamples;

        void add(double samples) {
            number++;
            squaredSamples += samples * samples;
        }

        ErrorSum sum(double sampleRateHz) {
            return new ErrorSum(number, squaredSamples, sampleRateHz);
        }
    }
}
