package io.milliwatt.dsp.fixedpoint;

/**
 * A finite impulse response that is evaluated only for the samples that are kept: every factor-th, the last of each group.
 *
 * <p>Headroom: at most 128 products of int16 taps and int32 samples, 2⁵³.
 */
public final class DecimatingFir implements Kernel {

    private final int factor;
    private final int shift;
    private final short[] taps;
    private final int[] past;
    private int newest;
    private int phase;
    private int output;

    /**
     * @param factor 1 … 255 samples taken per sample given
     * @param shift right shift of the sum of products, 0 … 31
     * @param taps 1 … 128; the first meets the newest sample
     */
    public DecimatingFir(int factor, int shift, short... taps) {
        this.factor = factor;
        this.shift = shift;
        this.taps = taps.clone();
        this.past = new int[taps.length];
    }

    @Override
    public boolean accept(int value) {
        newest = newest == 0 ? past.length - 1 : newest - 1;
        past[newest] = value;
        phase++;
        if (phase < factor) {
            return false;
        }
        phase = 0;
        long sum = 0;
        int position = newest;
        for (short tap : taps) {
            sum += (long) tap * past[position];
            position = position + 1 == past.length ? 0 : position + 1;
        }
        output = Saturation.toInt32(Saturation.roundingShift(sum, shift));
        return true;
    }

    @Override
    public int output() {
        return output;
    }
}
