package io.milliwatt.training.learner;

import io.milliwatt.runtime.model.Model;

/** A model as training left it, in floating point. */
public sealed interface TrainedClassifier permits TrainedCentroids, TrainedLinear, TrainedForest, TrainedNetwork {
    /** One score per class; the largest wins, of equal ones the first. */
    double[] score(double[] inputs);

    /** The same model in the node's integers. */
    Model quantize();

    default int classify(double[] inputs) {
        double[] scores = score(inputs);
        int winner = 0;
        for (int i = 1; i < scores.length; i++) {
            if (scores[i] > scores[winner]) {
                winner = i;
            }
        }
        return winner;
    }
}
