package io.milliwatt.training.quantization;

import io.milliwatt.runtime.model.network.Rescaling;
import io.milliwatt.runtime.model.network.WeightedSums;
import io.milliwatt.training.network.LayerWeights;

/** Integer weights, biases and multipliers of one layer. */
final class LayerQuantizer {

    /** A bias beyond this would use up the headroom that a node leaves to sums. */
    private static final double LARGEST_BIAS = 1 << 25;

    private final Precision precision;

    LayerQuantizer(Precision precision) {
        this.precision = precision;
    }

    /**
     * @param rectified whether negative outputs become 0
     */
    WeightedSums quantize(LayerWeights layer, TensorScale in, TensorScale out, boolean rectified) {
        int channels = layer.outputs();
        byte[][] rows = new byte[channels][layer.perOutput()];
        int[] bias = new int[channels];
        int[] multipliers = new int[channels];
        int[] shifts = new int[channels];
        for (int channel = 0; channel < channels; channel++) {
            double weightScale = weightScale(layer, channel, in.scale());
            long sum = 0;
            for (int index = 0; index < rows[channel].length; index++) {
                int weight = (int) Math.clamp(
                        Math.round(layer.weight(channel, index) / weightScale),
                        -precision.largestWeight(),
                        precision.largestWeight());
                rows[channel][index] = (byte) weight;
                sum += (long) weight * precision.weightUnit();
            }
            double unit = in.scale() * weightScale / precision.weightUnit();
            bias[channel] = Math.toIntExact(Math.round(layer.bias()[channel] / unit) - in.zeroPoint() * sum);
            FixedMultiplier factor = FixedMultiplier.of(unit / out.scale(), precision.wide() ? 15 : 31);
            multipliers[channel] = factor.multiplier();
            shifts[channel] = factor.shift();
        }
        int lowest = rectified ? Math.max(out.lowest(), out.zeroPoint()) : out.lowest();
        Rescaling rescaling = Rescaling.perChannel(multipliers, shifts, out.zeroPoint(), lowest, out.highest());
        return precision == Precision.FOUR_BIT_WEIGHTS
                ? WeightedSums.ofFourBits(bias, rows, rescaling)
                : WeightedSums.of(bias, rows, rescaling);
    }

    /** The scale that holds the channel's largest weight, and its bias within the headroom. */
    private double weightScale(LayerWeights layer, int channel, double inputScale) {
        double largest = 0;
        for (int index = 0; index < layer.perOutput(); index++) {
            largest = Math.max(largest, Math.abs(layer.weight(channel, index)));
        }
        double forBias = Math.abs(layer.bias()[channel]) / (LARGEST_BIAS * inputScale) * precision.weightUnit();
        double scale = Math.max(largest / precision.largestWeight(), forBias);
        return scale > 0 ? scale : 1;
    }
}
