package io.milliwatt.dsp.fixedpoint.heart;

/** The T wave, 125 … 400 ms after the R wave, beside that of normal beats. */
final class RecoveryWave {

    /** Ticks from the R wave to the last of the T wave. */
    static final int LAST = 48;

    private static final int FROM = 15;
    private static final int LENGTH = LAST - FROM + 1;
    private static final int WEIGHT = 16;

    private final short[] normal = new short[LENGTH];
    private final WaveMatch match = new WaveMatch();
    private int learnt;

    /**
     * @param level of the signal before the QRS complex
     * @param height of the normal QRS complex
     */
    void describe(BeatSignal signal, int beat, int level, int height, short[] features) {
        match.find(signal, beat + FROM, normal, 0, LENGTH, 0);
        int highest = Integer.MIN_VALUE;
        int lowest = Integer.MAX_VALUE;
        int difference = 0;
        for (int i = 0; i < LENGTH; i++) {
            int value = signal.at(beat + FROM + i) - level;
            highest = Math.max(highest, value);
            lowest = Math.min(lowest, value);
            difference += Math.abs(value - normal[i]);
        }
        put(features, Feature.T_CORRELATION, match.correlationQ15());
        put(features, Feature.T_HIGHEST, Ratio.q10(highest, height));
        put(features, Feature.T_LOWEST, Ratio.q10(lowest, height));
        put(features, Feature.T_DIFFERENCE, Ratio.q10(difference / LENGTH, height));
    }

    private static void put(short[] features, Feature feature, int value) {
        features[feature.ordinal()] = (short) value;
    }

    void learn(BeatSignal signal, int beat, int level) {
        learnt = Math.min(learnt + 1, WEIGHT);
        for (int i = 0; i < LENGTH; i++) {
            int value = (int) Math.clamp((long) signal.at(beat + FROM + i) - level, -16_383, 16_383);
            normal[i] += (short) ((value - normal[i]) / learnt);
        }
    }
}
