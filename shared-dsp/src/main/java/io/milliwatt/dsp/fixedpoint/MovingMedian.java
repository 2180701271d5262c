package io.milliwatt.dsp.fixedpoint;

import java.util.Arrays;

/** The median of the last few values, which takes single spikes out and leaves steps; before the first value all were like it. */
public final class MovingMedian implements Kernel {

    /** Longest median. */
    public static final int MAX_LENGTH = 31;

    private final int[] past;
    private int at;
    private boolean primed;
    private int output;

    /** @param length odd, 1 … {@link #MAX_LENGTH} */
    public MovingMedian(int length) {
        past = new int[length];
    }

    @Override
    public boolean accept(int value) {
        if (!primed) {
            primed = true;
            Arrays.fill(past, value);
        }
        past[at] = value;
        at = (at + 1) % past.length;
        int[] ordered = past.clone();
        Arrays.sort(ordered);
        output = ordered[ordered.length / 2];
        return true;
    }

    @Override
    public int output() {
        return output;
    }
}
