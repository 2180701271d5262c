package io.milliwatt.dsp.soil.calibration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.commons.math3.fitting.PolynomialCurveFitter;
import org.apache.commons.math3.fitting.WeightedObservedPoint;
import org.apache.commons.math3.stat.descriptive.rank.Median;

/**
 * Fits a soil's curve by least squares that one bad sample cannot pull away: samples far from the curve count less and less (Tukey's biweight,
 * Huber and Ronchetti 2009, chapter 7), by their distance in units of the median distance.
 */
public final class CalibrationFit {
    /** Tukey's constant for 95 % efficiency on normal errors. */
    private static final double BIWEIGHT = 4.685;

    /** From median absolute deviation to standard deviation of normal errors. */
    private static final double NORMAL = 1.4826;

    /** Samples this close to the curve are never down-weighted: half a per cent is what a ring sample itself is off. */
    private static final double SAMPLING_ERROR = 0.005;

    private static final int ROUNDS = 30;
    private static final double LEAST_WEIGHT = 1e-6;
    private static final double LEAST_SPAN = 0.08;

    /** By chance alone a parabola through a line's noisy samples looks better by a tenth now and then. */
    private static final double WORTH_A_PARABOLA = 0.8;

    /** The curves to choose from. */
    public enum Curve {
        LINEAR(1, 4),
        QUADRATIC(2, 6);

        private final int degree;
        private final int leastPoints;

        Curve(int degree, int leastPoints) {
            this.degree = degree;
            this.leastPoints = leastPoints;
        }

        /** Twice the coefficients: with fewer a curve follows every sample's error. */
        public int leastPoints() {
            return leastPoints;
        }
    }

    private CalibrationFit() {}

    /**
     * @throws IllegalArgumentException in a sentence, where there are too few samples, where they do not span 0.08 m³/m³ or where counts do not
     *     rise or fall with the water
     */
    public static SoilCalibration fit(List<CalibrationPoint> points, Curve curve) {
        check(points, curve);
        Scaling scaling = Scaling.of(points);
        double[] weights = new double[points.size()];
        double[] scaled = robust(points, curve, scaling, weights);
        double[] residuals = residuals(points, scaled, scaling);
        List<CalibrationPoint> doubtful = new ArrayList<>();
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] < 0.5) {
                doubtful.add(points.get(i));
            }
        }
        SoilCalibration fitted = new SoilCalibration(
                scaling.inCounts(scaled),
                points.stream().mapToDouble(CalibrationPoint::counts).min().orElseThrow(),
                points.stream().mapToDouble(CalibrationPoint::counts).max().orElseThrow(),
                rootMeanSquare(residuals),
                leaveOneOut(points, curve, scaling),
                doubtful);
        checkMonotone(fitted);
        return fitted;
    }

    /** The curve of the two whose leave-one-out error is smaller; the line where there are too few samples for more, or the gain is under a fifth. */
    public static SoilCalibration best(List<CalibrationPoint> points) {
        SoilCalibration line = fit(points, Curve.LINEAR);
        if (points.size() < Curve.QUADRATIC.leastPoints()) {
            return line;
        }
        try {
            SoilCalibration parabola = fit(points, Curve.QUADRATIC);
            return parabola.leaveOneOutError() < WORTH_A_PARABOLA * line.leaveOneOutError() ? parabola : line;
        } catch (IllegalArgumentException turning) {
            return line;
        }
    }

    private static void check(List<CalibrationPoint> points, Curve curve) {
        if (points.size() < curve.leastPoints()) {
            throw new IllegalArgumentException("A " + curve.name().toLowerCase(Locale.ROOT)
                    + " calibration needs at least " + curve.leastPoints() + " samples and there are " + points.size()
                    + "; take more, from dry to wet");
        }
        double driest = points.stream()
                .mapToDouble(point -> point.content().fraction())
                .min()
                .orElseThrow();
        double wettest = points.stream()
                .mapToDouble(point -> point.content().fraction())
                .max()
                .orElseThrow();
        if (wettest - driest < LEAST_SPAN) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "The samples span only %.3f m³/m³ (%.3f to %.3f) and a calibration needs %.2f; take some when the soil is drier or wetter",
                    wettest - driest,
                    driest,
                    wettest,
                    LEAST_SPAN));
        }
        long different =
                points.stream().mapToDouble(CalibrationPoint::counts).distinct().count();
        if (different <= curve.degree) {
            throw new IllegalArgumentException("The probe read only " + different
                    + " different values at all samples; check that it is connected and in the soil");
        }
    }

    private static void checkMonotone(SoilCalibration fitted) {
        double before = fitted.fraction(fitted.lowestCounts());
        double sign = Math.signum(fitted.fraction(fitted.highestCounts()) - before);
        for (int i = 1; i <= 100; i++) {
            double counts = fitted.lowestCounts() + (fitted.highestCounts() - fitted.lowestCounts()) * i / 100;
            double now = fitted.fraction(counts);
            if (Math.signum(now - before) != sign) {
                throw new IllegalArgumentException(
                        "The fitted curve turns around within the samples, so that one reading would mean two contents; fit a line or look for a wrong sample");
            }
            before = now;
        }
    }

    private static double[] robust(List<CalibrationPoint> points, Curve curve, Scaling scaling, double[] weights) {
        Arrays.fill(weights, 1);
        double[] coefficients = weighted(points, curve, scaling, weights);
        for (int round = 0; round < ROUNDS; round++) {
            double[] residuals = residuals(points, coefficients, scaling);
            double spread = Math.max(SAMPLING_ERROR, NORMAL * medianOfMagnitudes(residuals));
            for (int i = 0; i < weights.length; i++) {
                double u = residuals[i] / (BIWEIGHT * spread);
                weights[i] = Math.abs(u) < 1 ? Math.max(LEAST_WEIGHT, (1 - u * u) * (1 - u * u)) : LEAST_WEIGHT;
            }
            coefficients = weighted(points, curve, scaling, weights);
        }
        return coefficients;
    }

    private static double[] weighted(List<CalibrationPoint> points, Curve curve, Scaling scaling, double[] weights) {
        List<WeightedObservedPoint> observed = new ArrayList<>(points.size());
        for (int i = 0; i < points.size(); i++) {
            CalibrationPoint point = points.get(i);
            observed.add(new WeightedObservedPoint(
                    weights[i], scaling.scaled(point.counts()), point.content().fraction()));
        }
        return PolynomialCurveFitter.create(curve.degree).fit(observed);
    }

    private static double[] residuals(List<CalibrationPoint> points, double[] coefficients, Scaling scaling) {
        return points.stream()
                .mapToDouble(point -> point.content().fraction() - scaling.value(coefficients, point.counts()))
                .toArray();
    }

    private static double leaveOneOut(List<CalibrationPoint> points, Curve curve, Scaling scaling) {
        double[] errors = new double[points.size()];
        for (int i = 0; i < points.size(); i++) {
            List<CalibrationPoint> others = new ArrayList<>(points);
            CalibrationPoint left = others.remove(i);
            double[] coefficients = robust(others, curve, scaling, new double[others.size()]);
            errors[i] = left.content().fraction() - scaling.value(coefficients, left.counts());
        }
        return rootMeanSquare(errors);
    }

    private static double medianOfMagnitudes(double[] values) {
        return new Median().evaluate(Arrays.stream(values).map(Math::abs).toArray());
    }

    private static double rootMeanSquare(double[] values) {
        return Math.sqrt(
                Arrays.stream(values).map(value -> value * value).average().orElse(0));
    }

    /** Counts brought to −1 to 1, so that squares of tens of thousands do not spoil the solution. */
    private record Scaling(double middle, double half) {
        static Scaling of(List<CalibrationPoint> points) {
            double low =
                    points.stream().mapToDouble(CalibrationPoint::counts).min().orElseThrow();
            double high =
                    points.stream().mapToDouble(CalibrationPoint::counts).max().orElseThrow();
            return new Scaling((low + high) / 2, Math.max((high - low) / 2, Double.MIN_NORMAL));
        }

        double scaled(double counts) {
            return (counts - middle) / half;
        }

        double value(double[] coefficients, double counts) {
            double x = scaled(counts);
            double value = 0;
            for (int i = coefficients.length - 1; i >= 0; i--) {
                value = value * x + coefficients[i];
            }
            return value;
        }

        /** The same polynomial in counts: the line and the parabola written out. */
        List<Double> inCounts(double[] scaled) {
            double a = scaled[0];
            double b = scaled[1] / half;
            if (scaled.length == 2) {
                return List.of(a - b * middle, b);
            }
            double c = scaled[2] / half / half;
            return List.of(a - b * middle + c * middle * middle, b - 2 * c * middle, c);
        }
    }
}
