package io.milliwatt.dsp.soil.calibration;

import io.milliwatt.dsp.soil.quantity.WaterContent;
import java.util.List;

/**
 * A soil's own curve from counts to water content, valid between the driest and the wettest sample.
 *
 * @param coefficients of the polynomial in counts, constant first
 * @param lowestCounts of the samples
 * @param highestCounts of the samples
 * @param rootMeanSquareError of the fit at its own samples, m³/m³
 * @param leaveOneOutError of each sample predicted without it, m³/m³: what to expect of new readings
 * @param doubtful samples that the fit weighs less than half, to be looked at again
 */
public record SoilCalibration(
        List<Double> coefficients,
        double lowestCounts,
        double highestCounts,
        double rootMeanSquareError,
        double leaveOneOutError,
        List<CalibrationPoint> doubtful) {

    public SoilCalibration {
        coefficients = List.copyOf(coefficients);
        doubtful = List.copyOf(doubtful);
    }

    /** The curve's value, which outside of the samples may be no water content. */
    public double fraction(double counts) {
        double value = 0;
        for (int i = coefficients.size() - 1; i >= 0; i--) {
            value = value * counts + coefficients.get(i);
        }
        return value;
    }

    /** @throws IllegalArgumentException where the curve gives less than nothing or more than all */
    public WaterContent waterContent(double counts) {
        return WaterContent.ofFraction(fraction(counts));
    }

    /** Whether a reading lies where samples were taken; outside, a polynomial is a guess. */
    public boolean covers(double counts) {
        return counts >= lowestCounts && counts <= highestCounts;
    }
}
