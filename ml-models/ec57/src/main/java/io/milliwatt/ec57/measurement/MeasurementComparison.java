package io.milliwatt.ec57.measurement;

import io.milliwatt.ec57.TestPeriod;
import java.util.List;

/**
 * Pairs each measurement of the analysis in the test period with the nearest of the reference, of two equally near with the later. WFDB's
 * mxm differs in its mean: it divides by all measurements of the file, those of the learning period as well.
 */
public final class MeasurementComparison {
    private MeasurementComparison() {}

    /** Both in order of time. */
    public static MeasurementFigures of(List<Measurement> reference, List<Measurement> test, TestPeriod period) {
        if (reference.isEmpty()) {
            return MeasurementFigures.NONE;
        }
        long number = 0;
        double squares = 0;
        double sum = 0;
        int nearest = 0;
        for (Measurement measured : test) {
            if (measured.sample() < period.firstSample() || measured.sample() > period.endSample()) {
                continue;
            }
            while (nearest + 1 < reference.size()
                    && distance(reference.get(nearest + 1), measured) <= distance(reference.get(nearest), measured)) {
                nearest++;
            }
            double expected = reference.get(nearest).value();
            number++;
            sum += expected;
            squares += Math.pow(measured.value() - expected, 2);
        }
        return new MeasurementFigures(number, squares, sum);
    }

    private static long distance(Measurement a, Measurement b) {
        return Math.abs(a.sample() - b.sample());
    }
}
