package io.milliwatt.dsp.fixedpoint;

/**
 * Follows a stream's magnitude, up faster than down or the other way: with attack 0 a peak detector that decays, with equal shifts
 * a rectifier and low-pass.
 *
 * <p>Headroom: a magnitude is at most 2³¹, with 16 fraction bits 2⁴⁷; the level never leaves 0 … 2⁴⁷, since it moves towards a
 * magnitude by at most the whole way.
 */
public final class Envelope implements Kernel {

    private final int attackShift;
    private final int releaseShift;
    private long levelQ16;

    /**
     * @param attackShift 0 … 15: the level rises by a share of 2^−attackShift of the way
     * @param releaseShift 0 … 15, the same for falling
     */
    public Envelope(int attackShift, int releaseShift) {
        this.attackShift = attackShift;
        this.releaseShift = releaseShift;
    }

    @Override
    public boolean accept(int value) {
        long way = (Math.abs((long) value) << 16) - levelQ16;
        levelQ16 += way >> (way > 0 ? attackShift : releaseShift);
        return true;
    }

    @Override
    public int output() {
        return Saturation.toInt32(levelQ16 >> 16);
    }
}
