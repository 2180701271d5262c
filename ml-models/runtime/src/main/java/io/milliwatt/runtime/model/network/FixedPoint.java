package io.milliwatt.runtime.model.network;

/** TFLite's and gemmlowp's integer arithmetic ({@code bundle.md}, "Rescaling" and "Softmax"). */
final class FixedPoint {

    private FixedPoint() {}

    /** The high half of the doubled product, rounded half up; the factors are not both −2³¹. */
    static int times(int a, int b) {
        return (int) (((long) a * b + (1L << 30)) >> 31);
    }

    /** value / 2^exponent to nearest, halves away from zero; exponent 0 … 31. */
    static int over(int value, int exponent) {
        if (exponent == 0) {
            return value;
        }
        return (int) ((value + (1L << (exponent - 1)) - (value < 0 ? 1 : 0)) >> exponent);
    }

    static int saturated(long value) {
        return (int) Math.clamp(value, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }
}
