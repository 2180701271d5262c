package io.milliwatt.ec57.measurement;

import java.util.Collection;
import java.util.OptionalDouble;

/**
 * How far measurements were from the reference's.
 *
 * @param number of pairs
 * @param squaredError the sum of the squares of the differences
 * @param referenceSum the sum of the reference's values in the pairs
 */
public record MeasurementFigures(long number, double squaredError, double referenceSum) {
    private static final double SMALLEST_MEAN = 1e-6;

    static final MeasurementFigures NONE = new MeasurementFigures(0, 0, 0);

    public static MeasurementFigures total(Collection<MeasurementFigures> figures) {
        return figures.stream()
                .reduce(
                        NONE,
                        (sum, one) -> new MeasurementFigures(
                                sum.number + one.number,
                                sum.squaredError + one.squaredError,
                                sum.referenceSum + one.referenceSum));
    }

    public OptionalDouble rootMeanSquareError() {
        return number == 0 ? OptionalDouble.empty() : OptionalDouble.of(Math.sqrt(squaredError / number));
    }

    public OptionalDouble referenceMean() {
        return number == 0 ? OptionalDouble.empty() : OptionalDouble.of(referenceSum / number);
    }

    /** As a share of the reference's mean; empty where that is as good as zero. */
    public OptionalDouble rootMeanSquareErrorPercent() {
        return number == 0 || Math.abs(referenceSum / number) < SMALLEST_MEAN
                ? OptionalDouble.empty()
                : OptionalDouble.of(100 * Math.sqrt(squaredError / number) / (referenceSum / number));
    }
}
