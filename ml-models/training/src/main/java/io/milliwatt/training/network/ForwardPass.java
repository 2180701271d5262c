package io.milliwatt.training.network;

import io.milliwatt.training.network.NetworkDesign.SignalShape;

/** One layer in double precision, before its ReLU. */
final class ForwardPass {
    private ForwardPass() {}

    static double[] of(LayerDesign layer, SignalShape in, LayerWeights weights, double[] signal) {
        return switch (layer) {
            case LayerDesign.Dense dense -> slide(signal, weights, in.values(), in.values(), 1);
            case LayerDesign.Convolution convolution -> {
                int steps = (in.length() - convolution.kernel()) / convolution.stride() + 1;
                yield slide(
                        signal,
                        weights,
                        convolution.kernel() * in.channels(),
                        convolution.stride() * in.channels(),
                        steps);
            }
            case LayerDesign.MaxPooling pooling -> maximum(signal, in, pooling.size());
            case LayerDesign.GlobalAveragePooling mean -> mean(signal, in);
        };
    }

    private static double[] slide(double[] signal, LayerWeights weights, int reach, int advance, int steps) {
        int outputs = weights.outputs();
        double[] result = new double[steps * outputs];
        for (int step = 0; step < steps; step++) {
            for (int output = 0; output < outputs; output++) {
                double sum = weights.bias()[output];
                for (int i = 0; i < reach; i++) {
                    sum += weights.weight(output, i) * signal[step * advance + i];
                }
                result[step * outputs + output] = sum;
            }
        }
        return result;
    }

    private static double[] maximum(double[] signal, SignalShape in, int size) {
        int steps = in.length() / size;
        double[] result = new double[steps * in.channels()];
        for (int step = 0; step < steps; step++) {
            for (int channel = 0; channel < in.channels(); channel++) {
                double largest = Double.NEGATIVE_INFINITY;
                for (int i = 0; i < size; i++) {
                    largest = Math.max(largest, signal[(step * size + i) * in.channels() + channel]);
                }
                result[step * in.channels() + channel] = largest;
            }
        }
        return result;
    }

    private static double[] mean(double[] signal, SignalShape in) {
        double[] result = new double[in.channels()];
        for (int i = 0; i < signal.length; i++) {
            result[i % in.channels()] += signal[i] / in.length();
        }
        return result;
    }
}
