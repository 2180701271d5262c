package io.milliwatt.training.network;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Takes whole units and filters away, those with the smallest weights first, and what later layers read of them (Li, Kadav, Durdanovic,
 * Samet, Graf, Pruning filters for efficient ConvNets, 2017). What remains is a smaller plain network.
 *
 * @param share of each hidden layer's outputs to take away, 0 to below 1; at least one output stays
 */
public record ChannelPruning(double share) {
    public ChannelPruning {
        if (!(share >= 0 && share < 1)) {
            throw new IllegalArgumentException("a share of 0 to below 1 of the channels is pruned, not " + share);
        }
    }

    public FloatNetwork prune(FloatNetwork network, NetworkTrainer fineTuning) {
        return fineTuning.improve(cut(network));
    }

    FloatNetwork cut(FloatNetwork network) {
        List<LayerDesign> layers = new ArrayList<>();
        List<LayerWeights> weights = new ArrayList<>();
        List<NetworkDesign.SignalShape> shapes = network.design().shapes();
        List<Integer> kept = indices(network.design().channels());
        for (int layer = 0; layer < network.weights().size(); layer++) {
            LayerDesign design = network.design().layers().get(layer);
            LayerWeights before = network.weights().get(layer);
            if (!(design instanceof LayerDesign.Weighted weighted)) {
                layers.add(design);
                weights.add(before);
                continue;
            }
            boolean last = layer == network.weights().size() - 1;
            List<Integer> outputs = last ? indices(weighted.outputs()) : largest(before);
            layers.add(weighted.withOutputs(outputs.size()));
            weights.add(select(before, outputs, kept, shapes.get(layer).channels()));
            kept = outputs;
        }
        return new FloatNetwork(
                new NetworkDesign(network.design().length(), network.design().channels(), layers), weights);
    }

    /** The outputs with the largest sums of absolute weights, in their old order. */
    private List<Integer> largest(LayerWeights layer) {
        int staying = Math.max(1, layer.outputs() - (int) Math.round(share * layer.outputs()));
        return indices(layer.outputs()).stream()
                .sorted(Comparator.comparingDouble((Integer output) -> -sum(layer, output))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(staying)
                .sorted()
                .toList();
    }

    private static double sum(LayerWeights layer, int output) {
        return IntStream.range(0, layer.perOutput())
                .mapToDouble(i -> Math.abs(layer.weight(output, i)))
                .sum();
    }

    /** @param channels that the layer read before; its weights run time by channel */
    private static LayerWeights select(LayerWeights layer, List<Integer> outputs, List<Integer> inputs, int channels) {
        int steps = layer.perOutput() / channels;
        float[] kernel = new float[outputs.size() * steps * inputs.size()];
        float[] bias = new float[outputs.size()];
        int at = 0;
        for (int output = 0; output < outputs.size(); output++) {
            bias[output] = layer.bias()[outputs.get(output)];
            for (int step = 0; step < steps; step++) {
                for (int input : inputs) {
                    kernel[at++] = layer.weight(outputs.get(output), step * channels + input);
                }
            }
        }
        return new LayerWeights(kernel, bias);
    }

    private static List<Integer> indices(int count) {
        return IntStream.range(0, count).boxed().toList();
    }
}
