package io.milliwatt.dsp.fixedpoint;

/**
 * log₂ in Q10 from the leading bit and a 65-entry table with linear interpolation; the error is below 0.0006 (0.0018 dB
 * of power).
 */
public final class BinaryLogarithm {

    /** round(2¹⁴ · log₂(1 + i/64)), i = 0 … 64. */
    private static final int[] FRACTION_Q14 = fractionTable();

    private BinaryLogarithm() {}

    /** @param value 0 … 2⁶³ − 1; the logarithm of 0 is taken as 0 */
    public static int q10(long value) {
        if (value == 0) {
            return 0;
        }
        int exponent = 63 - Long.numberOfLeadingZeros(value);
        long fractionQ32 = (value << (63 - exponent) << 1) >>> 32;
        int index = (int) (fractionQ32 >>> 26);
        int within = (int) (fractionQ32 >>> 10) & 0xFFFF;
        int step = FRACTION_Q14[index + 1] - FRACTION_Q14[index];
        int logarithmQ14 = FRACTION_Q14[index] + ((step * within) >> 16);
        return exponent * 1024 + ((logarithmQ14 + 8) >> 4);
    }

    static int[] fractionTable() {
        int[] table = new int[65];
        for (int i = 0; i < table.length; i++) {
            table[i] = (int) StrictMath.round(16384 * StrictMath.log1p(i / 64.0) / StrictMath.log(2));
        }
        return table;
    }
}
