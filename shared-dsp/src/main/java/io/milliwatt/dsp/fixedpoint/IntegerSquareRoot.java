package io.milliwatt.dsp.fixedpoint;

/** floor(√value), digit by digit, so that it needs no division. */
public final class IntegerSquareRoot {

    private IntegerSquareRoot() {}

    /** @param value 0 … 2⁶³ − 1 */
    public static long of(long value) {
        long remainder = value;
        long root = 0;
        long bit = 1L << 62;
        while (bit > remainder) {
            bit >>= 2;
        }
        while (bit != 0) {
            if (remainder >= root + bit) {
                remainder -= root + bit;
                root = (root >> 1) + bit;
            } else {
                root >>= 1;
            }
            bit >>= 2;
        }
        return root;
    }
}
