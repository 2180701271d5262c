package io.milliwatt.dsp.fixedpoint;

/**
 * Newest, mean, lowest and highest value of a window.
 *
 * <p>Headroom: 65,535 int32 values sum to less than 2⁴⁷.
 */
public final class Level implements Kernel {

    private final int[] values = new int[4];
    private long sum;
    private int count;
    private int newest;
    private int lowest;
    private int highest;

    @Override
    public boolean accept(int value) {
        lowest = count == 0 ? value : Math.min(lowest, value);
        highest = count == 0 ? value : Math.max(highest, value);
        newest = value;
        sum += value;
        count++;
        return false;
    }

    @Override
    public void endWindow(Window window) {
        values[0] = newest;
        values[1] = (int) (sum / count);
        values[2] = lowest;
        values[3] = highest;
        sum = 0;
        count = 0;
    }

    /** 0: newest, 1: mean, 2: lowest, 3: highest. */
    @Override
    public int value(int index) {
        return values[index];
    }
}
