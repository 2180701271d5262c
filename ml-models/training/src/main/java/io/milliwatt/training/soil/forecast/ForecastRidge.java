package io.milliwatt.training.soil.forecast;

import io.milliwatt.dsp.fixedpoint.soil.SoilFeature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.tribuo.math.la.DenseMatrix;
import org.tribuo.math.la.DenseVector;

/**
 * Ridge regression on nine of the inputs, one per depth and horizon, rain to come unknown: the line that a network has to beat (Hoerl, Kennard
 * 1970).
 *
 * @param coefficients by depth and horizon: the constant, then one per input
 */
// Read once, compared never.
@SuppressWarnings("ArrayRecordComponent")
record ForecastRidge(double[][][] coefficients) {

    private static final List<SoilFeature> INPUTS = List.of(
            SoilFeature.WATER,
            SoilFeature.CHANGE_OF_1_DAY,
            SoilFeature.CHANGE_OF_3_DAYS,
            SoilFeature.RAIN_TODAY,
            SoilFeature.RAIN_OF_3_DAYS,
            SoilFeature.DAYS_SINCE_RAIN,
            SoilFeature.AIR_SETTLED,
            SoilFeature.EVAPOTRANSPIRATION_SETTLED,
            SoilFeature.RELATIVE);

    /** On sums over standardized inputs. */
    private static final double PENALTY = 100;

    static ForecastRidge train(List<DepthSample> samples) {
        double[][][] coefficients = new double[ForecastErrors.DEPTHS][ForecastDesign.HORIZONS][];
        for (int depth = 0; depth < coefficients.length; depth++) {
            for (int horizon = 0; horizon < ForecastDesign.HORIZONS; horizon++) {
                int at = depth;
                int ahead = horizon;
                coefficients[depth][horizon] = solve(
                        samples.stream()
                                .filter(each -> each.depth() == at && each.isKnown(ahead))
                                .toList(),
                        horizon);
            }
        }
        return new ForecastRidge(coefficients);
    }

    private static double[] solve(List<DepthSample> samples, int horizon) {
        int inputs = INPUTS.size();
        double[] means = new double[inputs + 1];
        double[] deviations = new double[inputs];
        for (DepthSample sample : samples) {
            for (int i = 0; i < inputs; i++) {
                means[i] += (double) sample.feature(INPUTS.get(i)) / samples.size();
            }
            means[inputs] += (double) sample.changes()[horizon] / samples.size();
        }
        for (DepthSample sample : samples) {
            for (int i = 0; i < inputs; i++) {
                double off = sample.feature(INPUTS.get(i)) - means[i];
                deviations[i] += off * off / samples.size();
            }
        }
        for (int i = 0; i < inputs; i++) {
            deviations[i] = Math.max(1e-9, Math.sqrt(deviations[i]));
        }
        double[][] products = new double[inputs][inputs];
        double[] sums = new double[inputs];
        for (DepthSample sample : samples) {
            double[] row = new double[inputs];
            for (int i = 0; i < inputs; i++) {
                row[i] = (sample.feature(INPUTS.get(i)) - means[i]) / deviations[i];
            }
            for (int i = 0; i < inputs; i++) {
                sums[i] += row[i] * (sample.changes()[horizon] - means[inputs]);
                for (int j = 0; j < inputs; j++) {
                    products[i][j] += row[i] * row[j];
                }
            }
        }
        for (int i = 0; i < inputs; i++) {
            products[i][i] += PENALTY;
        }
        double[] slopes = DenseMatrix.createDenseMatrix(products)
                .choleskyFactorization()
                .orElseThrow()
                .solve(DenseVector.createDenseVector(sums))
                .toArray();
        double[] coefficients = new double[inputs + 1];
        coefficients[0] = means[inputs];
        for (int i = 0; i < inputs; i++) {
            coefficients[i + 1] = slopes[i] / deviations[i];
            coefficients[0] -= coefficients[i + 1] * means[i];
        }
        return coefficients;
    }

    /** 0.01 %. */
    double change(DepthSample sample, int horizon) {
        double[] own = coefficients[sample.depth()][horizon];
        return own[0]
                + IntStream.range(0, INPUTS.size())
                        .mapToDouble(i -> own[i + 1] * sample.feature(INPUTS.get(i)))
                        .sum();
    }

    /** A line per depth and horizon: the constant and the nine factors. */
    String text() {
        StringBuilder text = new StringBuilder();
        for (double[][] depth : coefficients) {
            for (double[] horizon : depth) {
                List<String> numbers = new ArrayList<>();
                for (double each : horizon) {
                    numbers.add(String.format(Locale.ROOT, "%.6g", each));
                }
                text.append(String.join(",", numbers)).append('\n');
            }
        }
        return text.toString();
    }

    static ForecastRidge parse(String text) {
        List<String> lines = text.lines().toList();
        double[][][] coefficients = new double[ForecastErrors.DEPTHS][ForecastDesign.HORIZONS][];
        for (int i = 0; i < lines.size(); i++) {
            coefficients[i / ForecastDesign.HORIZONS][i % ForecastDesign.HORIZONS] = Arrays.stream(
                            lines.get(i).split(","))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
        }
        return new ForecastRidge(coefficients);
    }
}
