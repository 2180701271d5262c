package io.milliwatt.dsp.spectrum;

/**
 * Linear prediction by the autocorrelation method and Levinson's recursion (Levinson 1947; Durbin 1960). The prediction error is the signal
 * whitened: everything periodic or resonant that the past foretells is gone, impacts stay.
 *
 * @param coefficients a[1..p] of the predictor x̂[n] = Σ a[k] x[n-k]
 * @param errorPower mean square of the prediction error, of the same unit squared as the signal
 */
public record Autoregression(double[] coefficients, double errorPower) {

    /** A little white noise on the diagonal keeps the recursion stable for pure tones. */
    private static final double DIAGONAL_LOADING = 1.0001;

    public Autoregression {
        coefficients = coefficients.clone();
    }

    @Override
    public double[] coefficients() {
        return coefficients.clone();
    }

    public static Autoregression fit(double[] values, int order) {
        if (order < 1 || order >= values.length) {
            throw new IllegalArgumentException("The order must lie between 1 and " + (values.length - 1) + " for "
                    + values.length + " samples, but it is " + order);
        }
        double[] correlation = new double[order + 1];
        for (int lag = 0; lag <= order; lag++) {
            double sum = 0;
            for (int i = lag; i < values.length; i++) {
                sum += values[i] * values[i - lag];
            }
            correlation[lag] = sum / values.length;
        }
        correlation[0] *= DIAGONAL_LOADING;
        return levinson(correlation);
    }

    /** Solves the normal equations for a given autocorrelation r[0..p]; r[0] positive. */
    public static Autoregression levinson(double[] correlation) {
        int order = correlation.length - 1;
        double[] a = new double[order + 1];
        double error = correlation[0];
        if (!(error > 0)) {
            throw new IllegalArgumentException("A signal without power cannot be predicted: r[0] is " + error);
        }
        double[] previous = new double[order + 1];
        for (int m = 1; m <= order; m++) {
            double sum = correlation[m];
            for (int k = 1; k < m; k++) {
                sum -= a[k] * correlation[m - k];
            }
            double reflection = sum / error;
            System.arraycopy(a, 0, previous, 0, order + 1);
            a[m] = reflection;
            for (int k = 1; k < m; k++) {
                a[k] = previous[k] - reflection * previous[m - k];
            }
            error *= 1 - reflection * reflection;
        }
        return new Autoregression(java.util.Arrays.copyOfRange(a, 1, order + 1), error);
    }

    /** The prediction error, as long as the input; samples before the first count as zero. */
    public double[] residual(double[] values) {
        double[] residual = new double[values.length];
        for (int n = 0; n < values.length; n++) {
            double predicted = 0;
            for (int k = 0; k < coefficients.length && k < n; k++) {
                predicted += coefficients[k] * values[n - 1 - k];
            }
            residual[n] = values[n] - predicted;
        }
        return residual;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Autoregression that
                && errorPower == that.errorPower
                && java.util.Arrays.equals(coefficients, that.coefficients);
    }

    @Override
    public int hashCode() {
        return 31 * java.util.Arrays.hashCode(coefficients) + Double.hashCode(errorPower);
    }
}
