package io.milliwatt.dsp.fixedpoint.heart;

import io.milliwatt.dsp.fixedpoint.IntegerSquareRoot;

/** Quotients as the features of a beat carry them: int16, cut towards zero, never dividing by zero. */
final class Ratio {

    private Ratio() {}

    /** 256 × part / whole; a whole below 1 counts as 1. */
    static int q8(long part, int whole) {
        return toInt16(part * 256 / Math.max(1, whole));
    }

    /** 1024 × part / whole; a whole below 1 counts as 1. */
    static int q10(long part, int whole) {
        return toInt16(part * 1_024 / Math.max(1, whole));
    }

    /**
     * part / √(first × second) in Q15, ±32767; 0 where a square is 0.
     *
     * @param part magnitude below 2³⁹
     * @param first 0 … 2³⁹
     * @param second 0 … 2³⁹
     */
    static int correlationQ15(long part, long first, long second) {
        long roots = IntegerSquareRoot.of(first << 8) * IntegerSquareRoot.of(second << 8);
        return roots == 0 ? 0 : (int) Math.clamp((part << 23) / roots, -32_767, 32_767);
    }

    static int toInt16(long value) {
        return (int) Math.clamp(value, -32_768, 32_767);
    }
}
