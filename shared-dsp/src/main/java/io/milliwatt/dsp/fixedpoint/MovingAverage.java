package io.milliwatt.dsp.fixedpoint;

/**
 * The mean of the last values, rounded down; zeros before there are as many.
 *
 * <p>Headroom: 2¹⁰ values of 2³¹ sum to less than 2⁴².
 */
public final class MovingAverage implements Kernel {

    private final int lengthShift;
    private final int[] past;
    private int oldest;
    private long sum;

    /** @param lengthShift 1 … 10: 2^lengthShift values */
    public MovingAverage(int lengthShift) {
        this.lengthShift = lengthShift;
        this.past = new int[1 << lengthShift];
    }

    @Override
    public boolean accept(int value) {
        sum += (long) value - past[oldest];
        past[oldest] = value;
        oldest = (oldest + 1) & (past.length - 1);
        return true;
    }

    @Override
    public int output() {
        return (int) (sum >> lengthShift);
    }
}
