package io.milliwatt.dsp.statistics;

/**
 * Central moments of samples, about their own mean.
 *
 * @param count number of samples
 * @param mean in the unit of the samples
 * @param variance population variance (divided by n), unit squared
 * @param third third central moment
 * @param fourth fourth central moment
 */
public record Moments(int count, double mean, double variance, double third, double fourth) {

    public static Moments of(double[] values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("Moments need at least one sample, but there is none");
        }
        double mean = 0;
        for (double value : values) {
            mean += value;
        }
        mean /= values.length;
        double second = 0;
        double third = 0;
        double fourth = 0;
        for (double value : values) {
            double deviation = value - mean;
            double square = deviation * deviation;
            second += square;
            third += square * deviation;
            fourth += square * square;
        }
        return new Moments(values.length, mean, second / values.length, third / values.length, fourth / values.length);
    }

    /** Root of the mean square about the mean: the rms of the alternating part. */
    public double standardDeviation() {
        return Math.sqrt(variance);
    }

    /** Root of the mean square about zero. */
    public double rms() {
        return Math.sqrt(variance + mean * mean);
    }

    /** Skewness, biased (population) form; NaN for a constant signal. */
    public double skewness() {
        return third / Math.pow(variance, 1.5);
    }

    /** Kurtosis after Pearson, biased (population) form: 3 for Gaussian noise, 1.5 for a sine; NaN for a constant signal. */
    public double kurtosis() {
        return fourth / (variance * variance);
    }

    /** Kurtosis after Pearson without bias for normal samples (G2 + 3 of Joanes and Gill 1998); needs at least 4 samples. */
    public double unbiasedKurtosis() {
        double n = count;
        return 3 + (n - 1) / ((n - 2) * (n - 3)) * ((n + 1) * (kurtosis() - 3) + 6);
    }
}
