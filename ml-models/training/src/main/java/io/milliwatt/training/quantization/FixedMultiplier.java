package io.milliwatt.training.quantization;

/**
 * A positive factor as multiplier × 2^(shift − bits).
 *
 * @param multiplier 2^(bits − 1) … 2^bits − 1, or 0 for a factor too small to matter
 */
record FixedMultiplier(int multiplier, int shift) {

    private static final int SMALLEST_SHIFT = -30;

    /** @param bits 31 for int8 layers, 15 for wide ones */
    static FixedMultiplier of(double factor, int bits) {
        int shift = Math.getExponent(factor) + 1;
        long multiplier = Math.round(Math.scalb(factor, bits - shift));
        if (multiplier == 1L << bits) {
            multiplier >>= 1;
            shift++;
        }
        return shift < SMALLEST_SHIFT ? new FixedMultiplier(0, 0) : new FixedMultiplier((int) multiplier, shift);
    }
}
