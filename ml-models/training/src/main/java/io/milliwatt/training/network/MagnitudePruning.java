package io.milliwatt.training.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Sets the smallest weights of each layer to zero, in rounds with fine-tuning between them (Han, Pool, Tran, Dally, Learning both weights
 * and connections for efficient neural networks, 2015).
 *
 * @param share of each layer's weights that are zero in the end, 0 to below 1; the last layer keeps all of its weights
 * @param rounds at least 1
 */
public record MagnitudePruning(double share, int rounds) {
    public MagnitudePruning {
        if (!(share >= 0 && share < 1) || rounds < 1) {
            throw new IllegalArgumentException(
                    "a share of 0 to below 1 is pruned in at least one round, not " + share + " in " + rounds);
        }
    }

    public FloatNetwork prune(FloatNetwork network, NetworkTrainer fineTuning) {
        FloatNetwork pruned = network;
        for (int round = 1; round <= rounds; round++) {
            pruned = fineTuning.improve(cut(pruned, share * round / rounds));
        }
        return pruned;
    }

    private static FloatNetwork cut(FloatNetwork network, double share) {
        List<LayerWeights> weights = new ArrayList<>();
        for (int layer = 0; layer < network.weights().size(); layer++) {
            LayerWeights before = network.weights().get(layer);
            weights.add(layer == network.weights().size() - 1 ? before : cut(before, share));
        }
        return new FloatNetwork(network.design(), weights);
    }

    private static LayerWeights cut(LayerWeights layer, double share) {
        float[] kernel = layer.kernel().clone();
        float[] sizes = new float[kernel.length];
        for (int i = 0; i < kernel.length; i++) {
            sizes[i] = Math.abs(kernel[i]);
        }
        Arrays.sort(sizes);
        int zeros = (int) Math.round(share * kernel.length);
        if (zeros > 0) {
            float limit = sizes[zeros - 1];
            for (int i = 0; i < kernel.length; i++) {
                if (Math.abs(kernel[i]) <= limit) {
                    kernel[i] = 0;
                }
            }
        }
        return new LayerWeights(kernel, layer.bias().clone());
    }
}
