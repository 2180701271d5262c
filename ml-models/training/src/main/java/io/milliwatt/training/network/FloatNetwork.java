package io.milliwatt.training.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A network and its weights.
 *
 * @param weights one per layer; layers without weights have empty ones
 */
public record FloatNetwork(NetworkDesign design, List<LayerWeights> weights) {
    public FloatNetwork {
        weights = List.copyOf(weights);
        if (weights.size() != design.layers().size()) {
            throw new IllegalArgumentException(
                    "a network of " + design.layers().size() + " layers has no " + weights.size() + " sets of weights");
        }
    }

    /** Random weights after He, Zhang, Ren, Sun, Delving deep into rectifiers, 2015. */
    public static FloatNetwork random(NetworkDesign design, long seed) {
        Random random = new Random(seed);
        List<LayerWeights> weights = new ArrayList<>();
        for (int layer = 0; layer < design.layers().size(); layer++) {
            int perOutput = design.weightsPerOutput(layer);
            int outputs = design.layers().get(layer) instanceof LayerDesign.Weighted weighted ? weighted.outputs() : 0;
            float[] kernel = new float[outputs * perOutput];
            for (int i = 0; i < kernel.length; i++) {
                kernel[i] = (float) (random.nextGaussian() * Math.sqrt(2.0 / perOutput));
            }
            weights.add(new LayerWeights(kernel, new float[outputs]));
        }
        return new FloatNetwork(design, weights);
    }

    /** The logits of the classes. @param inputs [time][channel], time first */
    public double[] logits(double[] inputs) {
        List<double[]> signals = signals(inputs);
        return signals.getLast();
    }

    /** What enters each layer, after the earlier ones' ReLU, and last the logits. */
    public List<double[]> signals(double[] inputs) {
        List<double[]> signals = new ArrayList<>();
        List<NetworkDesign.SignalShape> shapes = design.shapes();
        double[] signal = inputs.clone();
        for (int layer = 0; layer < weights.size(); layer++) {
            signals.add(signal);
            signal = ForwardPass.of(design.layers().get(layer), shapes.get(layer), weights.get(layer), signal);
            if (layer < weights.size() - 1 && design.layers().get(layer) instanceof LayerDesign.Weighted) {
                for (int i = 0; i < signal.length; i++) {
                    signal[i] = Math.max(0, signal[i]);
                }
            }
        }
        signals.add(signal);
        return signals;
    }

    /** Weights that are not zero, biases left out. */
    public int weightsLeft() {
        int left = 0;
        for (LayerWeights each : weights) {
            for (float weight : each.kernel()) {
                left += weight != 0 ? 1 : 0;
            }
        }
        return left;
    }
}
