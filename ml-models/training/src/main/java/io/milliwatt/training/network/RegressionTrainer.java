package io.milliwatt.training.network;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Trains a network whose outputs are quantities: weighted squares, Adam on TensorFlow's gradients, weights that decay apart from them
 * (Loshchilov, Hutter, Decoupled weight decay regularization, 2019).
 */
public final class RegressionTrainer {

    private static final int LARGEST_WEIGHT = 127;

    private final Plan plan;

    /**
     * How long and how boldly.
     *
     * @param steps each on one batch
     * @param learningRate rises over the warm-up, then falls to nearly nothing along half a cosine
     * @param warmUpSteps at least 1
     * @param weightDecay share of a weight that a step takes, times the learning rate; biases stay
     * @param rounded gradients are taken where int8 would put the weights, so that training makes up for the rounding (the straight-through
     *     estimator of Jacob, Kligys et al. 2018)
     */
    public record Plan(int steps, int warmUpSteps, double learningRate, double weightDecay, boolean rounded) {
        private static final double LEAST = 0.005;

        double rateAt(int step) {
            double warm = Math.min(1, (step + 1.0) / warmUpSteps);
            return learningRate * warm * (0.5 * (1 + Math.cos(Math.PI * step / steps)) + LEAST);
        }
    }

    public RegressionTrainer(Plan plan) {
        this.plan = plan;
    }

    /**
     * @param network where to start; its weights are not changed
     * @param batches the examples of each step, 0 being the first
     */
    public FloatNetwork improve(FloatNetwork network, IntFunction<TargetBatch> batches) {
        List<LayerWeights> weights =
                network.weights().stream().map(LayerWeights::copy).toList();
        List<float[]> parameters = new ArrayList<>();
        List<boolean[]> still = new ArrayList<>();
        for (LayerWeights each : weights) {
            parameters.add(each.kernel());
            parameters.add(each.bias());
        }
        parameters.forEach(each -> still.add(new boolean[each.length]));
        Adam adam = new Adam(parameters);
        try (Gradients gradients = new Gradients(network.design(), Loss.WEIGHTED_SQUARES)) {
            for (int step = 0; step < plan.steps(); step++) {
                double rate = plan.rateAt(step);
                List<float[]> seen = plan.rounded() ? rounded(weights) : parameters;
                adam.step(gradients.of(seen, batches.apply(step)), still, rate);
                for (LayerWeights each : weights) {
                    decay(each.kernel(), (float) (1 - rate * plan.weightDecay()));
                }
            }
        }
        return new FloatNetwork(network.design(), weights);
    }

    private static List<float[]> rounded(List<LayerWeights> weights) {
        List<float[]> parameters = new ArrayList<>();
        for (LayerWeights each : weights) {
            float[] kernel = new float[each.kernel().length];
            for (int output = 0; output < each.outputs(); output++) {
                round(each, output, kernel);
            }
            parameters.add(kernel);
            parameters.add(each.bias());
        }
        return parameters;
    }

    private static void round(LayerWeights layer, int output, float[] kernel) {
        double largest = 0;
        for (int i = 0; i < layer.perOutput(); i++) {
            largest = Math.max(largest, Math.abs(layer.weight(output, i)));
        }
        double unit = largest > 0 ? largest / LARGEST_WEIGHT : 1;
        for (int i = 0; i < layer.perOutput(); i++) {
            kernel[output * layer.perOutput() + i] = (float) (unit * Math.round(layer.weight(output, i) / unit));
        }
    }

    private static void decay(float[] kernel, float factor) {
        for (int i = 0; i < kernel.length; i++) {
            kernel[i] *= factor;
        }
    }
}
