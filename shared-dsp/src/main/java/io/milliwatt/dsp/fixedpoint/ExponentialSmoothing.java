package io.milliwatt.dsp.fixedpoint;

/**
 * An exponential average with time constant 2^settlingShift values, primed with the first value.
 *
 * <p>Headroom: the mean is a convex combination of int32 values in Q16, so it stays below 2⁴⁷ in magnitude and its distance
 * from a value below 2⁴⁸; the output keeps at most 7 of the fraction bits and is saturated.
 */
public final class ExponentialSmoothing implements Kernel {

    private final int settlingShift;
    private final int fractionBits;
    private boolean primed;
    private long meanQ16;

    /**
     * @param settlingShift 1 … 15
     * @param fractionBits of the output, 0 … 7
     */
    public ExponentialSmoothing(int settlingShift, int fractionBits) {
        this.settlingShift = settlingShift;
        this.fractionBits = fractionBits;
    }

    @Override
    public boolean accept(int value) {
        long valueQ16 = (long) value << 16;
        if (!primed) {
            primed = true;
            meanQ16 = valueQ16;
        }
        meanQ16 += (valueQ16 - meanQ16) >> settlingShift;
        return true;
    }

    @Override
    public int output() {
        return Saturation.toInt32(meanQ16 >> (16 - fractionBits));
    }
}
