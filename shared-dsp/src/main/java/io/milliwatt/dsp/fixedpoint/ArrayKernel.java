package io.milliwatt.dsp.fixedpoint;

/** A kernel that gives an array at the end of a window; it stands until the next window's first value. */
public interface ArrayKernel extends Kernel {

    /** Values in the array, the same for every window. */
    int length();

    /** A value of the array of the window that ended last. */
    int element(int index);
}
