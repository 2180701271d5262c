package io.milliwatt.dsp.fixedpoint;

/**
 * Counts how often a stream changes its sign in a window. Only a signal that leaves the band around zero on the other side has
 * crossed, so noise within the band counts for nothing; the side is kept from window to window.
 */
public final class ZeroCrossings implements Kernel {

    public static final int ALL = 0;
    /** From below to above only. */
    public static final int RISING = 1;

    private final int hysteresis;
    private final int[] values = new int[2];
    private int side;
    private int crossings;
    private int rising;

    /** @param hysteresis half the band's width, not negative */
    public ZeroCrossings(int hysteresis) {
        this.hysteresis = hysteresis;
    }

    @Override
    public boolean accept(int value) {
        int now = value > hysteresis ? 1 : value < -hysteresis ? -1 : side;
        if (now != side && side != 0) {
            crossings++;
            rising += now > 0 ? 1 : 0;
        }
        side = now;
        return false;
    }

    @Override
    public void endWindow(Window window) {
        values[ALL] = crossings;
        values[RISING] = rising;
        crossings = 0;
        rising = 0;
    }

    @Override
    public int value(int index) {
        return values[index];
    }
}
