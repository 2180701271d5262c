package io.milliwatt.dsp.fixedpoint;

/**
 * Slope of the least squares line through the last values, also those of earlier windows, and their mean. While there are not
 * enough values both are 0 and the window is warming up.
 *
 * <p>The line through (i, x_i), i = 0 … n − 1, has the slope 6 Σ (2i − n + 1) x_i / (n (n² − 1)). Headroom: the weights'
 * magnitudes sum to at most n² / 2 = 2¹¹, so 6 · 2¹¹ · 2³¹ · 2¹⁶ is below 2⁶¹.
 */
public final class Slope implements Kernel {

    /** Most values. */
    public static final int MAX_LENGTH = 64;

    private final int[] past;
    private final int fractionBits;
    private int count;
    private int at;
    private int slope;
    private int mean;

    /**
     * @param length 2 … {@link #MAX_LENGTH}
     * @param fractionBits of the slope per value, 0 … 16
     */
    public Slope(int length, int fractionBits) {
        past = new int[length];
        this.fractionBits = fractionBits;
    }

    @Override
    public boolean accept(int value) {
        past[at] = value;
        at = (at + 1) % past.length;
        count = Math.min(count + 1, past.length);
        return false;
    }

    @Override
    public void endWindow(Window window) {
        if (count < past.length) {
            window.flag(Window.WARMING_UP);
            return;
        }
        long n = past.length;
        long weighted = 0;
        long sum = 0;
        for (int i = 0; i < n; i++) {
            int value = past[(at + i) % past.length];
            weighted += (2L * i - n + 1) * value;
            sum += value;
        }
        slope = Saturation.toInt32(((6 * weighted) << fractionBits) / (n * (n * n - 1)));
        mean = (int) (sum / n);
    }

    /** 0: slope per value, with the fraction bits; 1: mean of the values. */
    @Override
    public int value(int index) {
        return index == 0 ? slope : mean;
    }
}
