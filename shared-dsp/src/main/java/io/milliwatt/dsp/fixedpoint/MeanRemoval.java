package io.milliwatt.dsp.fixedpoint;

/**
 * Removes the slowly tracked mean: an exponential average with time constant 2^settlingShift samples, primed with the
 * first sample, subtracted after it has taken the sample in.
 *
 * <p>Headroom: the mean is a convex combination of int16 samples in Q16, so it stays in int32, and the output stays
 * within 65,535 · 2^fractionBits, below 2²³ for 7 fraction bits.
 */
public final class MeanRemoval implements Kernel {

    private final int settlingShift;
    private final int fractionBits;
    private boolean primed;
    private int meanQ16;
    private int output;

    /**
     * @param settlingShift 1 … 15
     * @param fractionBits of the output, 0 … 7
     */
    public MeanRemoval(int settlingShift, int fractionBits) {
        this.settlingShift = settlingShift;
        this.fractionBits = fractionBits;
    }

    /** @param sample an int16 count */
    @Override
    public boolean accept(int sample) {
        int sampleQ16 = sample << 16;
        if (!primed) {
            primed = true;
            meanQ16 = sampleQ16;
        }
        meanQ16 += (int) (((long) sampleQ16 - meanQ16) >> settlingShift);
        output = (sample << fractionBits) - (meanQ16 >> (16 - fractionBits));
        return true;
    }

    @Override
    public int output() {
        return output;
    }
}
