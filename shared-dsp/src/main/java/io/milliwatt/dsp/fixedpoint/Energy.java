package io.milliwatt.dsp.fixedpoint;

/**
 * Root mean square and log energy of a window. Headroom: samples are clamped to 24 bits, so at most 65,535 squares sum to
 * less than 2⁶².
 */
public final class Energy implements Kernel {

    /** Root mean square with 8 fraction bits more than the stream. */
    public static final int ROOT_MEAN_SQUARE = 0;
    /** log₂ of the mean square, Q10; 0 for silence. */
    public static final int LOG_MEAN_SQUARE = 1;

    private final int samplesPerWindow;
    private long sum;
    private int rootMeanSquare;
    private int logMeanSquare;

    /** @param samplesPerWindow 1 … 65,535 */
    public Energy(int samplesPerWindow) {
        this.samplesPerWindow = samplesPerWindow;
    }

    /** √(sum / count) with 8 fraction bits more than the samples, saturated to int32. */
    static int rootMeanSquareQ8(long sumOfSquares, int count) {
        return Saturation.toInt32(IntegerSquareRoot.of((sumOfSquares / count) << 16));
    }

    @Override
    public boolean accept(int value) {
        long x = Saturation.toInt24(value);
        sum += x * x;
        return false;
    }

    @Override
    public void endWindow(Window window) {
        rootMeanSquare = rootMeanSquareQ8(sum, samplesPerWindow);
        logMeanSquare = sum == 0 ? 0 : BinaryLogarithm.q10(sum) - BinaryLogarithm.q10(samplesPerWindow);
        sum = 0;
    }

    @Override
    public int value(int index) {
        return index == ROOT_MEAN_SQUARE ? rootMeanSquare : logMeanSquare;
    }
}
