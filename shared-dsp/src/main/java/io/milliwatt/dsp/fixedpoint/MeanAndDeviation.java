package io.milliwatt.dsp.fixedpoint;

/**
 * Mean and standard deviation of a window, both with 8 fraction bits more than the stream.
 *
 * <p>With the sum s = m n + r, 0 ≤ r &lt; n, the squares about the mean sum to Σx² − s²/n, and s²/n = m² n + 2 m r + r²/n.
 *
 * <p>Headroom: 65,535 squares of 24-bit values are below 2⁶²; |m| &lt; 2²³, n and r &lt; 2¹⁶, so m² n &lt; 2⁶² and 2 m r &lt; 2⁴⁰.
 */
public final class MeanAndDeviation implements Kernel {

    /** Rounded down. */
    public static final int MEAN = 0;

    public static final int STANDARD_DEVIATION = 1;

    private final int samplesPerWindow;
    private final int[] values = new int[2];
    private long sum;
    private long sumOfSquares;

    /** @param samplesPerWindow 1 … 65,535 */
    public MeanAndDeviation(int samplesPerWindow) {
        this.samplesPerWindow = samplesPerWindow;
    }

    @Override
    public boolean accept(int value) {
        long x = Saturation.toInt24(value);
        sum += x;
        sumOfSquares += x * x;
        return false;
    }

    @Override
    public void endWindow(Window window) {
        long n = samplesPerWindow;
        long mean = Math.floorDiv(sum, n);
        long rest = sum - mean * n;
        long squares = sumOfSquares - mean * mean * n - 2 * mean * rest - rest * rest / n;
        values[MEAN] = (int) Math.floorDiv(sum << 8, n);
        values[STANDARD_DEVIATION] = Energy.rootMeanSquareQ8(squares, samplesPerWindow);
        sum = 0;
        sumOfSquares = 0;
    }

    @Override
    public int value(int index) {
        return values[index];
    }
}
