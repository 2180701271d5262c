package io.milliwatt.dsp.fixedpoint;

/**
 * One step of a feature recipe while it runs: takes the values of its input one by one, and may give a value in return
 * (a stream), or values when the window ends, or both.
 */
public interface Kernel {

    /** Takes one value; true if {@link #output()} has a new one. */
    default boolean accept(int value) {
        return false;
    }

    /** The newest value of the stream. */
    default int output() {
        return 0;
    }

    /** Finishes the window. Kernels are asked in the order of the recipe's steps. */
    default void endWindow(Window window) {}

    /** Learns its machine anew, if it has learnt one; returns whether it does that at all. */
    default boolean forgetBaseline() {
        return false;
    }

    /** A value of the window that ended last. */
    default int value(int index) {
        return 0;
    }
}
