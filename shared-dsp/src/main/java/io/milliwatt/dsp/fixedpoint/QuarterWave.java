package io.milliwatt.dsp.fixedpoint;

/** Sine and cosine in Q15 from one quarter of a wave: 513 entries serve the transform's twiddles and every window. */
public final class QuarterWave {

    /** round(32767 · sin(π i / 1024)), i = 0 … 512. */
    private static final short[] SINE_Q15 = sineTable();

    private QuarterWave() {}

    /** @param phase a full turn is 2³² */
    public static int sineQ15(int phase) {
        int quadrant = phase >>> 30;
        int position = phase & 0x3FFF_FFFF;
        if ((quadrant & 1) != 0) {
            position = (1 << 30) - position;
        }
        int index = position >>> 21;
        int value = SINE_Q15[index];
        if (index < 512) {
            long within = position & 0x1F_FFFF;
            value += (int) (((SINE_Q15[index + 1] - value) * within) >> 21);
        }
        return quadrant < 2 ? value : -value;
    }

    /** @param phase a full turn is 2³² */
    public static int cosineQ15(int phase) {
        return sineQ15(phase + (1 << 30));
    }

    static short[] sineTable() {
        short[] table = new short[513];
        for (int i = 0; i < table.length; i++) {
            table[i] = (short) StrictMath.round(32767 * StrictMath.sin(StrictMath.PI * i / 1024));
        }
        return table;
    }
}
