package io.milliwatt.dsp.fixedpoint.heart;

/**
 * P waves: that of beats which come as late as the sinus rhythm lets them, and that of early ones, each a running mean. A beat
 * is told from its P wave being like the one or the other, wherever the majority lies.
 *
 * <p>A running mean in Q15 and one of microvolts stay within what they average.
 */
final class AtrialWave {

    /** Ticks from the first of the P wave to the R wave: 250 ms. */
    static final int FROM = 30;

    /** Ticks of the P wave: up to 83 ms before the R wave. */
    static final int LENGTH = 21;

    /** Ticks that it may lie off. */
    static final int LAGS = 4;

    private static final int TEMPLATE_WEIGHT = 12;
    private static final int MEAN_WEIGHT = 16;

    private final short[] late = new short[LENGTH];
    private final short[] early = new short[LENGTH];
    private final WaveMatch match = new WaveMatch();
    private boolean lateKnown;
    private boolean earlyKnown;
    private int lateBeats;
    private int earlyBeats;
    private int correlation;
    private int correlationBefore;
    private int earlyCorrelation;

    /**
     * Fills in the features that are about the P wave.
     *
     * @param height of the normal QRS complex
     */
    void describe(BeatSignal signal, int beat, int nextBeat, int height, short[] features) {
        int from = beat - FROM;
        if (!lateKnown) {
            replace(late, signal, from);
        }
        if (!earlyKnown) {
            for (int i = 0; i < LENGTH; i++) {
                early[i] = late[i];
            }
        }
        match.find(signal, nextBeat - FROM, late, 0, LENGTH, LAGS);
        put(features, Feature.P_CORRELATION_AFTER, match.correlationQ15());
        match.find(signal, from, early, 0, LENGTH, LAGS);
        earlyCorrelation = match.correlationQ15();
        int earlyDifference = difference(signal, from + match.lag(), early);
        correlationBefore = correlation;
        match.find(signal, from, late, 0, LENGTH, LAGS);
        correlation = match.correlationQ15();
        int lateDifference = difference(signal, from + match.lag(), late);
        put(features, Feature.P_CORRELATION, correlation);
        put(features, Feature.P_DIFFERENCE, Ratio.q10(lateDifference, height));
        put(features, Feature.P_PROJECTION, projection(signal, from + match.lag()));
        int peak = peak(signal, from);
        put(features, Feature.P_HEIGHT, Ratio.q10(aboveChord(signal, from, peak), height));
        put(features, Feature.P_TEMPLATE_HEIGHT, Ratio.q10(heightOf(late), height));
        put(features, Feature.P_CORRELATION_BEFORE, correlationBefore);
        put(features, Feature.EARLY_P_CORRELATION, earlyCorrelation);
        put(features, Feature.P_CORRELATION_LEAD, (correlation - earlyCorrelation) >> 1);
        put(features, Feature.EARLY_P_DIFFERENCE_LEAD, Ratio.q10(earlyDifference - lateDifference, height));
        put(features, Feature.EARLY_P_TEMPLATE_HEIGHT, Ratio.q10(heightOf(early), height));
        put(features, Feature.LATE_BEATS_P, lateBeats);
        put(features, Feature.EARLY_BEATS_P, earlyBeats);
    }

    private static void put(short[] features, Feature feature, int value) {
        features[feature.ordinal()] = (short) value;
    }

    /** Learns the P wave of the beat described last, as one of a late or an early beat. */
    void learn(BeatSignal signal, int beat, boolean isLate) {
        if (isLate) {
            if (!lateKnown) {
                lateKnown = true;
                lateBeats = correlation;
            }
            follow(late, signal, beat - FROM);
            lateBeats += (correlation - lateBeats) / MEAN_WEIGHT;
        } else {
            if (!earlyKnown) {
                earlyKnown = true;
                replace(early, signal, beat - FROM);
                earlyBeats = earlyCorrelation;
            }
            follow(early, signal, beat - FROM);
            earlyBeats += (earlyCorrelation - earlyBeats) / MEAN_WEIGHT;
        }
    }

    private static void replace(short[] template, BeatSignal signal, int from) {
        for (int i = 0; i < LENGTH; i++) {
            template[i] = (short) signal.at(from + i);
        }
    }

    private static void follow(short[] template, BeatSignal signal, int from) {
        for (int i = 0; i < LENGTH; i++) {
            template[i] += (short) ((signal.at(from + i) - template[i]) / TEMPLATE_WEIGHT);
        }
    }

    /** Mean |wave − template|, both without their means, in microvolt. */
    private static int difference(BeatSignal signal, int from, short[] template) {
        int offset = 0;
        for (int i = 0; i < LENGTH; i++) {
            offset += signal.at(from + i) - template[i];
        }
        offset /= LENGTH;
        int sum = 0;
        for (int i = 0; i < LENGTH; i++) {
            sum += Math.abs(signal.at(from + i) - template[i] - offset);
        }
        return sum / LENGTH;
    }

    /** ⟨wave, late⟩ / ⟨late, late⟩ without means, Q8. */
    private int projection(BeatSignal signal, int from) {
        long sum = 0;
        long templateSum = 0;
        long products = 0;
        long squares = 0;
        for (int i = 0; i < LENGTH; i++) {
            int value = signal.at(from + i);
            sum += value;
            templateSum += late[i];
            products += (long) value * late[i];
            squares += (long) late[i] * late[i];
        }
        long energy = Math.max(1, LENGTH * squares - templateSum * templateSum);
        return Ratio.toInt16((LENGTH * products - sum * templateSum) * 256 / energy);
    }

    /** The value that lies farthest from the straight line between the first and the last; of equals the first. */
    private static int peak(BeatSignal signal, int from) {
        int best = -1;
        int peak = 0;
        for (int i = 0; i < LENGTH; i++) {
            int size = Math.abs(aboveChord(signal, from, i));
            if (size > best) {
                best = size;
                peak = i;
            }
        }
        return peak;
    }

    private static int aboveChord(BeatSignal signal, int from, int i) {
        int first = signal.at(from);
        int last = signal.at(from + LENGTH - 1);
        return signal.at(from + i) - first - (last - first) * i / (LENGTH - 1);
    }

    private static int heightOf(short[] template) {
        int highest = 0;
        int rise = template[LENGTH - 1] - template[0];
        for (int i = 0; i < LENGTH; i++) {
            int above = template[i] - template[0] - rise * i / (LENGTH - 1);
            highest = Math.abs(above) > Math.abs(highest) ? above : highest;
        }
        return highest;
    }
}
