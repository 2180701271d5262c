package io.milliwatt.dsp.fixedpoint.soil;

/** Quantities as a soil node keeps them, in 16 bits. */
public final class Water {

    /** Stands for a reading that is missing, of water content or temperature. */
    public static final short MISSING = Short.MIN_VALUE;

    /** 1 % by volume. */
    public static final int PERCENT = 100;

    private Water() {}

    public static boolean known(int value) {
        return value != MISSING;
    }
}
