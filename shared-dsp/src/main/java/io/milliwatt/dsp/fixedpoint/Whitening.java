package io.milliwatt.dsp.fixedpoint;

import java.util.Arrays;

/**
 * Takes out of a signal what can be predicted from its past, so that impacts stand out: the linear predictor of the
 * <em>previous</em> window filters this one, so the window need not be kept. In the first window the signal passes
 * unchanged. (Randall and Antoni 2011, §3.3, pre-whitening by autoregressive models.)
 *
 * <p>Headroom: samples are clamped to 24 bits, so a lag sums at most 65,535 products below 2⁴⁶, and the filter sums at most
 * 17 products below 2⁵⁴.
 */
public final class Whitening implements Kernel {

    private static final int FRACTION_BITS = 24;

    private final int order;
    private final int whiteNoiseShift;
    private final long[] autocorrelation;
    private final int[] coefficientsQ24;
    private final int[] past;
    private int samplesInWindow;
    private int output;

    /**
     * @param order 1 … 16
     * @param whiteNoiseShift as in {@link LevinsonDurbin}
     */
    public Whitening(int order, int whiteNoiseShift) {
        this.order = order;
        this.whiteNoiseShift = whiteNoiseShift;
        this.autocorrelation = new long[order + 1];
        this.coefficientsQ24 = new int[order];
        this.past = new int[order];
    }

    @Override
    public boolean accept(int value) {
        int x = Saturation.toInt24(value);
        long sum = (long) x << FRACTION_BITS;
        for (int k = 0; k < order; k++) {
            sum += (long) coefficientsQ24[k] * past[k];
        }
        output = Saturation.toInt32(Saturation.roundingShift(sum, FRACTION_BITS));
        // Only pairs within one window count: that keeps the autocorrelation positive definite.
        int lags = Math.min(order, samplesInWindow);
        autocorrelation[0] += (long) x * x;
        for (int k = 0; k < lags; k++) {
            autocorrelation[k + 1] += (long) x * past[k];
        }
        System.arraycopy(past, 0, past, 1, order - 1);
        past[0] = x;
        samplesInWindow++;
        return true;
    }

    @Override
    public int output() {
        return output;
    }

    @Override
    public void endWindow(Window window) {
        LevinsonDurbin.solve(autocorrelation, whiteNoiseShift, coefficientsQ24);
        Arrays.fill(autocorrelation, 0);
        samplesInWindow = 0;
    }
}
