package io.milliwatt.dsp.filter;

import java.util.Arrays;

/**
 * Brings a signal to another sampling rate, in any ratio, by a windowed sinc whose pass band ends below half of the lower rate (Smith
 * and Gossett, ICASSP 1984). Without delay; beyond its ends the signal counts as its first and last value. A constant stays one.
 *
 * @param fromHz above 0
 * @param toHz above 0
 */
public record RateConverter(double fromHz, double toHz) {
    /** Zeros of the sinc on each side; with the window below the stop band lies 80 dB down. */
    private static final int ZEROS = 24;

    /** Of Kaiser's window. */
    private static final double BETA = 8;

    /** Cut-off as a share of half the lower rate: the transition ends where that half begins to fold back. */
    private static final double CUTOFF_SHARE = 0.9;

    /** Values of the kernel between two zeros; between these it is taken as a straight line. */
    private static final int STEPS_PER_ZERO = 512;

    private static final double[] KERNEL = kernel();

    public RateConverter {
        if (!(fromHz > 0 && toHz > 0) || !Double.isFinite(fromHz) || !Double.isFinite(toHz)) {
            throw new IllegalArgumentException("sampling rates must be above 0 Hz, not " + fromHz + " and " + toHz);
        }
    }

    /** Sample i of the result lies at i / {@code toHz} seconds. */
    public double[] apply(double[] values) {
        if (fromHz == toHz || values.length == 0) {
            return values.clone();
        }
        double[] converted = new double[(int) Math.ceil(values.length * toHz / fromHz)];
        double zeroSpacing = 1 / (CUTOFF_SHARE * Math.min(1, toHz / fromHz));
        for (int i = 0; i < converted.length; i++) {
            converted[i] = at(values, i * fromHz / toHz, zeroSpacing);
        }
        return converted;
    }

    /**
     * @param position in samples of {@code values}
     * @param zeroSpacing of the sinc, in the same samples
     */
    private static double at(double[] values, double position, double zeroSpacing) {
        int from = (int) Math.ceil(position - ZEROS * zeroSpacing);
        int to = (int) Math.floor(position + ZEROS * zeroSpacing);
        double sum = 0;
        double weights = 0;
        for (int i = from; i <= to; i++) {
            double offset = Math.abs(position - i) / zeroSpacing * STEPS_PER_ZERO;
            int step = (int) offset;
            double weight = KERNEL[step] + (offset - step) * (KERNEL[step + 1] - KERNEL[step]);
            sum += weight * values[Math.clamp(i, 0, values.length - 1)];
            weights += weight;
        }
        return sum / weights;
    }

    /** One side of the sinc under the window, from its middle on, with one value beyond the last zero. */
    private static double[] kernel() {
        double[] kernel = new double[ZEROS * STEPS_PER_ZERO + 2];
        Arrays.setAll(kernel, i -> {
            double zeros = (double) i / STEPS_PER_ZERO;
            double share = Math.min(1, zeros / ZEROS);
            double window = besselI0(BETA * Math.sqrt(1 - share * share)) / besselI0(BETA);
            return window * (i == 0 ? 1 : Math.sin(Math.PI * zeros) / (Math.PI * zeros));
        });
        return kernel;
    }

    /** Modified Bessel function of order 0, by its power series (Abramowitz and Stegun 9.6.12). */
    private static double besselI0(double x) {
        double term = 1;
        double sum = 1;
        for (int k = 1; term > 1e-17 * sum; k++) {
            term *= x * x / (4.0 * k * k);
            sum += term;
        }
        return sum;
    }
}
