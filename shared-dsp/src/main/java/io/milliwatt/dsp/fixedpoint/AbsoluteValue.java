package io.milliwatt.dsp.fixedpoint;

/** The magnitude of a stream; that of the smallest int is the largest int. */
public final class AbsoluteValue implements Kernel {

    private int output;

    @Override
    public boolean accept(int value) {
        output = Saturation.toInt32(Math.abs((long) value));
        return true;
    }

    @Override
    public int output() {
        return output;
    }
}
