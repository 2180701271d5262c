package io.milliwatt.dsp.fixedpoint;

/** x² / 2^shift, rounded and saturated to int32. Headroom: x² is at most 2⁶². */
public final class Square implements Kernel {

    private final int shift;
    private int output;

    /** @param shift 0 … 31 */
    public Square(int shift) {
        this.shift = shift;
    }

    @Override
    public boolean accept(int value) {
        output = Saturation.toInt32(Saturation.roundingShift((long) value * value, shift));
        return true;
    }

    @Override
    public int output() {
        return output;
    }
}
