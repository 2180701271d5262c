package io.milliwatt.runtime.model.network;

/**
 * How a convolution moves over time.
 *
 * @param kernel taps, 1 … 65535
 * @param stride steps from one output to the next, 1 … 255
 * @param dilation steps from one tap to the next, 1 … 255
 * @param paddingLeft steps before the first, 0 … 255
 * @param paddingRight steps behind the last, 0 … 255
 * @param paddingValue what those steps hold in every channel, −128 … 127: the input's zero point
 */
public record Sliding(int kernel, int stride, int dilation, int paddingLeft, int paddingRight, int paddingValue) {

    public Sliding {
        Check.range(kernel, 1, 65535, "kernel");
        Check.range(stride, 1, 255, "stride");
        Check.range(dilation, 1, 255, "dilation");
        Check.range(paddingLeft, 0, 255, "padding on the left");
        Check.range(paddingRight, 0, 255, "padding on the right");
        Check.range(paddingValue, -128, 127, "padding value");
    }

    /** Only where the kernel lies within the tensor. */
    public static Sliding valid(int kernel, int stride) {
        return new Sliding(kernel, stride, 1, 0, 0, 0);
    }

    /** Padded as TFLite's "same": ⌈steps / stride⌉ outputs, the odd step of padding on the right. */
    public static Sliding same(int kernel, int stride, int dilation, int steps, int paddingValue) {
        int outputs = (steps + stride - 1) / stride;
        int padding = Math.max((outputs - 1) * stride + (kernel - 1) * dilation + 1 - steps, 0);
        return new Sliding(kernel, stride, dilation, padding / 2, padding - padding / 2, paddingValue);
    }

    int outputSteps(int steps) {
        int padded = steps + paddingLeft + paddingRight;
        int reach = (kernel - 1) * dilation + 1;
        Check.require(
                reach <= padded,
                "A kernel that reaches over " + reach + " steps does not fit a tensor of " + padded
                        + " steps with its padding.");
        return (padded - reach) / stride + 1;
    }

    /** Whether a node copies windows together because they are not one piece of the input everywhere. */
    boolean gathers() {
        return dilation > 1 || paddingLeft > 0 || paddingRight > 0;
    }
}
