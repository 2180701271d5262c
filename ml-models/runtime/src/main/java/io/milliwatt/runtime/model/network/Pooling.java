package io.milliwatt.runtime.model.network;

/**
 * How a pool moves over time, without padding.
 *
 * @param kernel steps of a window, 1 … 65535; all steps for a global pool
 * @param stride 1 … 255
 * @param lowest smallest output value, −128 … 127
 * @param highest largest output value, −128 … 127
 */
public record Pooling(int kernel, int stride, int lowest, int highest) {

    public Pooling {
        Check.range(kernel, 1, 65535, "kernel");
        Check.range(stride, 1, 255, "stride");
        Check.range(lowest, -128, 127, "lowest output value");
        Check.range(highest, lowest, 127, "highest output value");
    }

    public static Pooling of(int kernel, int stride) {
        return new Pooling(kernel, stride, -128, 127);
    }

    TensorShape output(TensorShape input) {
        Check.require(
                kernel <= input.steps(),
                "A pool over " + kernel + " steps does not fit a tensor of " + input.steps() + ".");
        return new TensorShape((input.steps() - kernel) / stride + 1, input.channels());
    }

    short cut(int value) {
        return (short) Math.clamp(value, lowest, highest);
    }
}
