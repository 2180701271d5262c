package io.milliwatt.training.network;

/**
 * The weights of one layer.
 *
 * @param kernel output by output; for each, time by channel as in the signal (dense: all of it, convolution: its kernel)
 * @param bias one per output
 */
// The owner's own arrays: training changes a copy; never compared.
@SuppressWarnings("ArrayRecordComponent")
public record LayerWeights(float[] kernel, float[] bias) {
    LayerWeights copy() {
        return new LayerWeights(kernel.clone(), bias.clone());
    }

    public int outputs() {
        return bias.length;
    }

    public int perOutput() {
        return bias.length == 0 ? 0 : kernel.length / bias.length;
    }

    public float weight(int output, int index) {
        return kernel[output * perOutput() + index];
    }
}
