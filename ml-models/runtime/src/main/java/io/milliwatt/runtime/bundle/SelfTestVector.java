package io.milliwatt.runtime.bundle;

import java.util.Arrays;

/**
 * Inputs and the scores they must give, bit by bit, before a model is used.
 *
 * @param inputs model inputs, after the input map
 * @param scores raw scores
 */
public record SelfTestVector(short[] inputs, short[] scores) {
    public SelfTestVector {
        inputs = inputs.clone();
        scores = scores.clone();
    }

    @Override
    public short[] inputs() {
        return inputs.clone();
    }

    @Override
    public short[] scores() {
        return scores.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SelfTestVector that
                && Arrays.equals(inputs, that.inputs)
                && Arrays.equals(scores, that.scores);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(inputs) + Arrays.hashCode(scores);
    }

    @Override
    public String toString() {
        return Arrays.toString(inputs) + " → " + Arrays.toString(scores);
    }
}
