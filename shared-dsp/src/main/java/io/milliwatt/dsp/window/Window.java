package io.milliwatt.dsp.window;

/** A taper that can be made in any length. */
@FunctionalInterface
public interface Window {

    /** The weights of a periodic window, all within 0..1; {@code length} is at least 1. */
    double[] weights(int length);
}
