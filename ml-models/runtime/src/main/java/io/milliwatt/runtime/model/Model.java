package io.milliwatt.runtime.model;

/**
 * A quantized classifier: int16 inputs to one int16 score per class, computed as on the node ({@code bundle.md}, section
 * 1). Instances are immutable and may be shared between threads.
 */
public sealed interface Model
        permits ForestModel, SharedForestModel, LinearModel, CentroidModel, NetworkModel, KMeansModel, GaussianModel {

    /** Inputs of the model, 1 … 64; of a network that takes a recipe array up to 4096. */
    int inputs();

    /** Classes, 2 … 16. */
    int classes();

    /**
     * Multiply-accumulates or node visits of one inference, at most; the bundle's header tells it to a node before it
     * accepts the model.
     */
    int operations();

    /**
     * Scores one input vector; without allocating, but for networks.
     *
     * @param inputs {@link #inputs()} values
     * @param scores receives {@link #classes()} scores
     * @throws IllegalArgumentException if an array has another length
     */
    void score(short[] inputs, short[] scores);

    /** As {@link #score(short[], short[])}, into a new array. */
    default short[] score(short[] inputs) {
        short[] scores = new short[classes()];
        score(inputs, scores);
        return scores;
    }

    /** The class of the largest score; of equal scores the lowest class wins. */
    static int winner(short[] scores) {
        int winner = 0;
        for (int index = 1; index < scores.length; index++) {
            if (scores[index] > scores[winner]) {
                winner = index;
            }
        }
        return winner;
    }
}
