package io.milliwatt.runtime.model;

/** Bounds and roundings that all model kinds share. */
final class ModelShape {

    static final int MAXIMUM_INPUTS = 64;
    static final int MAXIMUM_ARRAY_INPUTS = 4096;
    static final int MAXIMUM_CLASSES = 16;

    private ModelShape() {}

    static void check(int inputs, int classes) {
        require(inputs >= 1 && inputs <= MAXIMUM_INPUTS, "A model has 1 to 64 inputs, not " + inputs + ".");
        require(classes >= 2 && classes <= MAXIMUM_CLASSES, "A model has 2 to 16 classes, not " + classes + ".");
    }

    static void checkLengths(Model model, short[] inputs, short[] scores) {
        require(
                inputs.length == model.inputs(),
                "The model takes " + model.inputs() + " inputs, but " + inputs.length + " were given.");
        require(
                scores.length == model.classes(),
                "The model gives " + model.classes() + " scores, but room for " + scores.length + " was given.");
    }

    static void checkShift(int shift, String name) {
        require(shift >= 0 && shift <= 31, "The " + name + " must be 0 to 31, not " + shift + ".");
    }

    static void require(boolean holds, String sentence) {
        if (!holds) {
            throw new IllegalArgumentException(sentence);
        }
    }

    /** Rounds half up: (value + 2^(shift−1)) >> shift, then saturates to int16. */
    static short shiftedToShort(long value, int rightShift) {
        long rounded = rightShift == 0 ? value : (value + (1L << (rightShift - 1))) >> rightShift;
        return (short) Math.clamp(rounded, Short.MIN_VALUE, Short.MAX_VALUE);
    }
}
