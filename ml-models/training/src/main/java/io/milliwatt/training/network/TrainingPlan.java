package io.milliwatt.training.network;

/**
 * How long and how boldly a network is trained.
 *
 * @param epochs passes over all examples
 * @param batch examples of one step; the order is shuffled in each epoch
 * @param learningRate of Adam, above 0; falls to a tenth along half a cosine
 * @param seed of the order of the examples
 */
public record TrainingPlan(int epochs, int batch, double learningRate, long seed) {
    public TrainingPlan {
        if (epochs < 1 || batch < 1 || !(learningRate > 0)) {
            throw new IllegalArgumentException("a training plan needs epochs, a batch and a learning rate above 0: "
                    + epochs + ", " + batch + ", " + learningRate);
        }
    }

    double learningRateAt(int epoch) {
        return learningRate * (0.1 + 0.9 * 0.5 * (1 + Math.cos(Math.PI * epoch / epochs)));
    }
}
