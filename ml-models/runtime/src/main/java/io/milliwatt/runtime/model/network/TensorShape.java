package io.milliwatt.runtime.model.network;

/**
 * The shape of a tensor: element (step, channel) lies at step × channels + channel.
 *
 * @param steps of time, at least 1
 * @param channels at least 1; together at most 8192 elements
 */
public record TensorShape(int steps, int channels) {

    /** The most elements a tensor may have, and the most weights that one output value may depend on. */
    public static final int MAXIMUM_ELEMENTS = 8192;

    public TensorShape {
        Check.require(
                steps >= 1 && channels >= 1 && (long) steps * channels <= MAXIMUM_ELEMENTS,
                "A tensor has 1 to 8192 elements, not " + steps + " steps of " + channels + " channels.");
    }

    public int elements() {
        return steps * channels;
    }
}
