package io.milliwatt.dsp.fixedpoint;

/**
 * The root mean square of the last values; zeros before there are as many.
 *
 * <p>Headroom: 2¹⁰ squares below 2⁴⁶ sum to less than 2⁵⁶; a mean square below 2⁴⁶ with 16 more bits is below 2⁶².
 */
public final class MovingRms implements Kernel {

    private final int lengthShift;
    private final int fractionBits;
    private final int[] past;
    private int oldest;
    private long sum;

    /**
     * @param lengthShift 1 … 10: 2^lengthShift values
     * @param fractionBits 0 … 8, more than the stream has
     */
    public MovingRms(int lengthShift, int fractionBits) {
        this.lengthShift = lengthShift;
        this.fractionBits = fractionBits;
        this.past = new int[1 << lengthShift];
    }

    @Override
    public boolean accept(int value) {
        int newest = Saturation.toInt24(value);
        sum += (long) newest * newest - (long) past[oldest] * past[oldest];
        past[oldest] = newest;
        oldest = (oldest + 1) & (past.length - 1);
        return true;
    }

    @Override
    public int output() {
        return Saturation.toInt32(IntegerSquareRoot.of((sum >> lengthShift) << (2 * fractionBits)));
    }
}
