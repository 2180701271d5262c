package io.milliwatt.dsp.statistics;

/** Peak levels of samples about their mean, in the samples' unit. */
public record Levels(double rms, double peak, double peakToPeak) {

    public static Levels of(double[] values) {
        Moments moments = Moments.of(values);
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            lowest = Math.min(lowest, value);
            highest = Math.max(highest, value);
        }
        double peak = Math.max(highest - moments.mean(), moments.mean() - lowest);
        return new Levels(moments.standardDeviation(), peak, highest - lowest);
    }

    /** Peak over rms: 1.414 for a sine, 3 to 5 for noise, more for impacts; NaN for a constant signal. */
    public double crestFactor() {
        return peak / rms;
    }
}
