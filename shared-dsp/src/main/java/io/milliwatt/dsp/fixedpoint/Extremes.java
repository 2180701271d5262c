package io.milliwatt.dsp.fixedpoint;

/** The smallest and the largest value of a window and what lies between them. */
public final class Extremes implements Kernel {

    public static final int LOWEST = 0;
    public static final int HIGHEST = 1;
    /** Saturated. */
    public static final int PEAK_TO_PEAK = 2;

    private final int[] values = new int[3];
    private int lowest = Integer.MAX_VALUE;
    private int highest = Integer.MIN_VALUE;

    @Override
    public boolean accept(int value) {
        lowest = Math.min(lowest, value);
        highest = Math.max(highest, value);
        return false;
    }

    @Override
    public void endWindow(Window window) {
        values[LOWEST] = lowest;
        values[HIGHEST] = highest;
        values[PEAK_TO_PEAK] = Saturation.toInt32((long) highest - lowest);
        lowest = Integer.MAX_VALUE;
        highest = Integer.MIN_VALUE;
    }

    @Override
    public int value(int index) {
        return values[index];
    }
}
