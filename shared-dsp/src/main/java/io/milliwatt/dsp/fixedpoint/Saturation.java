package io.milliwatt.dsp.fixedpoint;

/** Clamping and rounding as every kernel does it. */
public final class Saturation {

    /** Largest magnitude of a 24-bit sample: 2²³ − 1. Sums of 65,535 squares of it fit 63 bits. */
    public static final int MAX_24 = (1 << 23) - 1;

    private Saturation() {}

    public static int toInt32(long value) {
        return (int) Math.clamp(value, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    /** Symmetric: ±(2²³ − 1). */
    public static int toInt24(int value) {
        return Math.clamp(value, -MAX_24, MAX_24);
    }

    public static short toInt16(long value) {
        return (short) Math.clamp(value, Short.MIN_VALUE, Short.MAX_VALUE);
    }

    /**
     * value / 2^shift, halves rounded up (towards +∞).
     *
     * @param value magnitude at most 2⁶³ − 2^(shift−1)
     * @param shift 0 … 62
     */
    public static long roundingShift(long value, int shift) {
        return shift == 0 ? value : (value + (1L << (shift - 1))) >> shift;
    }

    /** value · 2^shift for a positive shift, floor(value / 2^−shift) for a negative one. */
    public static long scaleByPowerOfTwo(long value, int shift) {
        return shift >= 0 ? value << shift : value >> -shift;
    }
}
