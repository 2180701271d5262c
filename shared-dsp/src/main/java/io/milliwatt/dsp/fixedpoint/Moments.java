package io.milliwatt.dsp.fixedpoint;

/**
 * Time statistics of a window whose mean has been removed: root mean square, peak, kurtosis and crest factor.
 *
 * <p>Headroom: squares of 24-bit samples as in {@link Energy}. For the kurtosis samples are rounded to int16; a fourth power
 * is at most 2⁶⁰ and is summed in two halves of 32 bits, each below 2⁴⁸.
 */
public final class Moments implements Kernel {

    /** Root mean square with 8 fraction bits more than the stream. */
    public static final int ROOT_MEAN_SQUARE = 0;
    /** Largest magnitude, scaled as the root mean square. */
    public static final int PEAK = 1;
    /** Σx⁴ · n / (Σx²)² in Q12: 3 for Gaussian noise, 1.5 for a sine; 0 for silence. */
    public static final int KURTOSIS = 2;
    /** Peak / root mean square in Q12; 0 for silence. */
    public static final int CREST = 3;

    private final int samplesPerWindow;
    private final int droppedBits;
    private final int[] values = new int[4];
    private long sumOfSquares;
    private long sumOfRoundedSquares;
    private long sumOfFourthHigh;
    private long sumOfFourthLow;
    private int peak;

    /**
     * @param samplesPerWindow 1 … 65,535
     * @param droppedBits fraction bits rounded away for the kurtosis, 0 … 7
     */
    public Moments(int samplesPerWindow, int droppedBits) {
        this.samplesPerWindow = samplesPerWindow;
        this.droppedBits = droppedBits;
    }

    @Override
    public boolean accept(int value) {
        int x = Saturation.toInt24(value);
        sumOfSquares += (long) x * x;
        peak = Math.max(peak, Math.abs(x));
        long rounded = Saturation.toInt16(Saturation.roundingShift(x, droppedBits));
        long square = rounded * rounded;
        long fourth = square * square;
        sumOfRoundedSquares += square;
        sumOfFourthHigh += fourth >> 32;
        sumOfFourthLow += fourth & 0xFFFF_FFFFL;
        return false;
    }

    @Override
    public void endWindow(Window window) {
        int rootMeanSquare = Energy.rootMeanSquareQ8(sumOfSquares, samplesPerWindow);
        int peakQ8 = Saturation.toInt32((long) peak << 8);
        values[ROOT_MEAN_SQUARE] = rootMeanSquare;
        values[PEAK] = peakQ8;
        values[KURTOSIS] = kurtosisQ12();
        values[CREST] = rootMeanSquare == 0 ? 0 : Saturation.toInt32(((long) peakQ8 << 12) / rootMeanSquare);
        sumOfSquares = 0;
        sumOfRoundedSquares = 0;
        sumOfFourthHigh = 0;
        sumOfFourthLow = 0;
        peak = 0;
    }

    /** Both sums as a 31-bit mantissa and an exponent; the quotient keeps 28 bits before the last shift. */
    private int kurtosisQ12() {
        if (sumOfRoundedSquares == 0) {
            return 0;
        }
        int squareExponent = bitLength(sumOfRoundedSquares) - 31;
        long square = Saturation.scaleByPowerOfTwo(sumOfRoundedSquares, -squareExponent);
        long high = sumOfFourthHigh + (sumOfFourthLow >> 32);
        long low = sumOfFourthLow & 0xFFFF_FFFFL;
        int fourthExponent = (high == 0 ? bitLength(low) : 32 + bitLength(high)) - 31;
        long fourth;
        if (fourthExponent >= 32) {
            fourth = high >> (fourthExponent - 32);
        } else if (fourthExponent >= 0) {
            fourth = (high << (32 - fourthExponent)) | (low >> fourthExponent);
        } else {
            fourth = low << -fourthExponent;
        }
        long quotient = ((samplesPerWindow * fourth) << 12) / ((square * square) >> 32);
        int shift = fourthExponent - 2 * squareExponent - 32;
        return Saturation.toInt32(Saturation.scaleByPowerOfTwo(quotient, shift));
    }

    private static int bitLength(long value) {
        return 64 - Long.numberOfLeadingZeros(value);
    }

    @Override
    public int value(int index) {
        return values[index];
    }
}
