package io.milliwatt.dsp.fixedpoint.heart;

/**
 * A QRS complex beside the normal one: how like, how large, how broad.
 *
 * <p>Headroom: sums of 37 values of 15 bits stay below 2²¹.
 */
final class QrsShape {

    private static final int LENGTH = QrsTemplates.LENGTH;
    private static final int REACH = QrsTemplates.REACH;
    /** Ticks that a beat may be told off its shape. */
    static final int ALIGN_LAGS = 10;

    private static final int ALIGN_Q15 = 22_938;
    private static final int SLOPE_PERCENT = 15;
    private static final int LEVEL_FROM = 14;
    private static final int LEVEL_LENGTH = 7;

    private final WaveMatch match = new WaveMatch();
    private final short[] wave = new short[LENGTH];
    private final short[] normal = new short[LENGTH];
    private final short[] sorted = new short[LENGTH];
    private int height;
    private int level;
    private int lag;
    private int correlation;

    /** Looks at a beat beside the normal shape, to which it is aligned. */
    void find(BeatSignal signal, int beat, QrsTemplates templates) {
        int offset = templates.normal() * LENGTH;
        match.find(signal, beat - REACH, templates.shapes(), offset, LENGTH, ALIGN_LAGS);
        correlation = match.correlationQ15();
        lag = correlation >= ALIGN_Q15 ? match.lag() : 0;
        for (int i = 0; i < LENGTH; i++) {
            wave[i] = (short) signal.at(beat + lag - REACH + i);
            normal[i] = templates.shapes()[offset + i];
        }
        int base = middleOf(normal, LENGTH);
        height = 1;
        for (int i = 0; i < LENGTH; i++) {
            height = Math.max(height, Math.abs(normal[i] - base));
        }
        for (int i = 0; i < LEVEL_LENGTH; i++) {
            sorted[i] = (short) signal.at(beat + lag - LEVEL_FROM + i);
        }
        level = middle(LEVEL_LENGTH);
    }

    private int middleOf(short[] values, int count) {
        for (int i = 0; i < count; i++) {
            sorted[i] = values[i];
        }
        return middle(count);
    }

    /** The middle one of the first {@code count} of {@link #sorted}, which are put in order. */
    private int middle(int count) {
        for (int i = 1; i < count; i++) {
            short value = sorted[i];
            int at = i;
            while (at > 0 && sorted[at - 1] > value) {
                sorted[at] = sorted[at - 1];
                at--;
            }
            sorted[at] = value;
        }
        return sorted[count / 2];
    }

    /** Where the beat lies best over the normal shape, ticks after where it was told. */
    int lag() {
        return lag;
    }

    /** Largest distance of the normal shape from its middle value, microvolt, at least 1. */
    int height() {
        return height;
    }

    /** The signal's level between P wave and QRS complex: the middle of seven values. */
    int level() {
        return level;
    }

    void describe(BeatSignal signal, int beat, short[] features) {
        put(features, Feature.QRS_CORRELATION, correlation);
        compare(features);
        put(features, Feature.QRS_WIDTH, width(wave));
        put(features, Feature.QRS_BROADER, broadness(wave) - broadness(normal));
        put(features, Feature.QRS_STEEPNESS, Ratio.q8(steepest(wave), steepest(normal)));
        measure(features);
    }

    private static void put(short[] features, Feature feature, int value) {
        features[feature.ordinal()] = (short) value;
    }

    private void compare(short[] features) {
        int mean = 0;
        int normalMean = 0;
        for (int i = 0; i < LENGTH; i++) {
            mean += wave[i];
            normalMean += normal[i];
        }
        mean /= LENGTH;
        normalMean /= LENGTH;
        int distance = 0;
        int size = 0;
        int above = Integer.MIN_VALUE;
        int below = Integer.MAX_VALUE;
        for (int i = 0; i < LENGTH; i++) {
            int difference = wave[i] - mean - (normal[i] - normalMean);
            distance += Math.abs(difference);
            size += Math.abs(normal[i] - normalMean);
            above = Math.max(above, difference);
            below = Math.min(below, difference);
        }
        put(features, Feature.QRS_DISTANCE, Ratio.q8(distance, size));
        put(features, Feature.QRS_SIZE, Ratio.q8(rootMeanSquare(wave, mean), rootMeanSquare(normal, normalMean)));
        put(features, Feature.QRS_MOST_ABOVE, Ratio.q10(above, height));
        put(features, Feature.QRS_MOST_BELOW, Ratio.q10(below, height));
    }

    private static int rootMeanSquare(short[] values, int mean) {
        long squares = 0;
        for (int i = 0; i < LENGTH; i++) {
            long value = (long) values[i] - mean;
            squares += value * value;
        }
        return (int) io.milliwatt.dsp.fixedpoint.IntegerSquareRoot.of(squares / LENGTH);
    }

    private void measure(short[] features) {
        int area = 0;
        int size = 0;
        int normalSize = 0;
        int normalBase = middleOf(normal, LENGTH);
        int highest = Integer.MIN_VALUE;
        int lowest = Integer.MAX_VALUE;
        int firstHalf = 0;
        int secondHalf = 0;
        for (int i = 0; i < LENGTH; i++) {
            int value = wave[i] - level;
            area += value;
            size += Math.abs(value);
            normalSize += Math.abs(normal[i] - normalBase);
            highest = Math.max(highest, value);
            lowest = Math.min(lowest, value);
            firstHalf += i < REACH ? value : 0;
            secondHalf += i > REACH ? value : 0;
        }
        put(features, Feature.QRS_AREA, Ratio.q10(area / LENGTH, height));
        put(features, Feature.QRS_AREA_RATIO, Ratio.q8(size, normalSize));
        put(features, Feature.QRS_HIGHEST, Ratio.q10(highest, height));
        put(features, Feature.QRS_LOWEST, Ratio.q10(lowest, height));
        put(features, Feature.QRS_FIRST_HALF, Ratio.q10(firstHalf / REACH, height));
        put(features, Feature.QRS_SECOND_HALF, Ratio.q10(secondHalf / REACH, height));
    }

    private static int steepest(short[] values) {
        int steepest = 0;
        for (int i = 1; i + 1 < LENGTH; i++) {
            steepest = Math.max(steepest, Math.abs(values[i + 1] - values[i - 1]));
        }
        return steepest;
    }

    private static int width(short[] values) {
        int limit = steepest(values) * SLOPE_PERCENT;
        int first = LENGTH;
        int last = 0;
        for (int i = 1; i + 1 < LENGTH; i++) {
            if (100 * Math.abs(values[i + 1] - values[i - 1]) > limit) {
                first = Math.min(first, i);
                last = i;
            }
        }
        return Math.max(0, last - first);
    }

    private int broadness(short[] values) {
        int base = middleOf(values, LENGTH);
        int peak = 0;
        for (int i = 0; i < LENGTH; i++) {
            peak = Math.max(peak, Math.abs(values[i] - base));
        }
        int broad = 0;
        for (int i = 0; i < LENGTH; i++) {
            broad += 2 * Math.abs(values[i] - base) > peak ? 1 : 0;
        }
        return broad;
    }
}
