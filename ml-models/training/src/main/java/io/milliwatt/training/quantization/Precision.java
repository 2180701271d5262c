package io.milliwatt.training.quantization;

/** How many bits a node's network has. */
public enum Precision {
    /** int8 weights and activations. */
    EIGHT_BITS,
    /** Weights of four bits, int8 activations: half the flash. */
    FOUR_BIT_WEIGHTS,
    /** int8 weights, int16 activations: dense layers only, twice the scratch memory. */
    SIXTEEN_BIT_ACTIVATIONS;

    int largestWeight() {
        return this == FOUR_BIT_WEIGHTS ? 7 : 127;
    }

    /** What a stored weight counts in the node's sums. */
    int weightUnit() {
        return this == FOUR_BIT_WEIGHTS ? 16 : 1;
    }

    boolean wide() {
        return this == SIXTEEN_BIT_ACTIVATIONS;
    }
}
