package io.milliwatt.dsp.soil.quality;

import java.util.Arrays;

/** A channel with the windows that the rules look through; NaN stands for what is missing and for what a window cannot tell. */
record Readings(double[] values) {

    int length() {
        return values.length;
    }

    double at(int i) {
        return i >= 0 && i < values.length ? values[i] : Double.NaN;
    }

    /** Slope by a parabola through three readings (Savitzky and Golay); the ends go on level. */
    Readings slope() {
        double[] slope = new double[values.length];
        for (int i = 0; i < slope.length; i++) {
            slope[i] = (held(i + 1) - held(i - 1)) / 2;
        }
        return new Readings(slope);
    }

    /** Curvature by the same parabola. */
    Readings curvature() {
        double[] curvature = new double[values.length];
        for (int i = 0; i < curvature.length; i++) {
            curvature[i] = held(i - 1) - 2 * held(i) + held(i + 1);
        }
        return new Readings(curvature);
    }

    /** Only the readings that are there. */
    double[] present(int from, int to) {
        int low = Math.max(0, from);
        int high = Math.min(values.length - 1, to);
        return low > high
                ? new double[0]
                : Arrays.stream(values, low, high + 1)
                        .filter(value -> !Double.isNaN(value))
                        .toArray();
    }

    static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(Double.NaN);
    }

    /** Of a sample; NaN for fewer than two. */
    static double variance(double[] values) {
        if (values.length < 2) {
            return Double.NaN;
        }
        double mean = mean(values);
        double sum = 0;
        for (double value : values) {
            sum += (value - mean) * (value - mean);
        }
        return sum / (values.length - 1);
    }

    static double rounded(double value, int digits) {
        double scale = Math.pow(10, digits);
        return Double.isFinite(value) ? Math.rint(value * scale) / scale : value;
    }

    private double held(int i) {
        return values[Math.clamp(i, 0, values.length - 1)];
    }
}
