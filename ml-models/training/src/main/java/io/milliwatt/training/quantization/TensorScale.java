package io.milliwatt.training.quantization;

/**
 * real = scale × (integer − zeroPoint).
 *
 * @param scale over 0
 */
public record TensorScale(double scale, int zeroPoint, boolean wide) {

    /** A tensor that never leaves 0 still needs a scale. */
    private static final double SMALLEST_REACH = 1e-6;

    /** The finest scale that holds these values and 0; int16 tensors have zero point 0. */
    static TensorScale holding(double smallest, double largest, boolean wide) {
        double low = Math.min(0, smallest);
        double high = Math.max(0, largest);
        if (wide) {
            return new TensorScale(Math.max(Math.max(-low, high), SMALLEST_REACH) / 32767, 0, true);
        }
        double scale = Math.max(high - low, SMALLEST_REACH) / 255;
        return new TensorScale(scale, (int) Math.clamp(Math.round(-128 - low / scale), -128, 127), false);
    }

    int lowest() {
        return wide ? Short.MIN_VALUE : Byte.MIN_VALUE;
    }

    int highest() {
        return wide ? Short.MAX_VALUE : Byte.MAX_VALUE;
    }

    double real(int integer) {
        return scale * (integer - zeroPoint);
    }
}
