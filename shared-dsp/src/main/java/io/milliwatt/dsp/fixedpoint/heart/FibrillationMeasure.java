package io.milliwatt.dsp.fixedpoint.heart;

/**
 * Ventricular fibrillation and flutter. After Kuo and Dillman (1978): a fibrillating heart gives a signal near a sine, which half
 * a period later is its own negative; what is left of their sum, the leakage, is small. With it, after Arafat et al. (2011):
 * such a signal is away from zero most of the time, while a beating one is near zero between its QRS complexes. Limits chosen on
 * record 207 against the other records of DS1 of the MIT-BIH Arrhythmia Database.
 *
 * <p>Headroom: 20 samples of 2¹⁵ sum to less than 2²⁰, 17 of those to less than 2²⁵; 300 sums of two values to less than 2²⁵.
 */
public final class FibrillationMeasure {

    private static final int WINDOW_SECONDS = 4;
    private static final int BASELINE_SHIFT = 3;
    private static final int BEGIN_LEAKAGE_PERMILLE = 500;
    private static final int BEGIN_SHARE_PERMILLE = 500;
    /** A ventricular rhythm so fast and broad that no beats can be told: less like a sine, but never quiet. */
    private static final int BROAD_LEAKAGE_PERMILLE = 565;

    private static final int BROAD_SHARE_PERMILLE = 690;
    private static final int END_LEAKAGE_PERMILLE = 620;
    private static final int END_SHARE_PERMILLE = 400;
    private static final int LOWEST_TENTH_HERTZ = 18;
    private static final int HIGHEST_TENTH_HERTZ = 105;
    private static final int END_SECONDS = 2;
    private static final int LEAST_NANOVOLT = 100_000;

    private final int sampleRateHz;
    private final int leastCounts;
    private final int blockLength;
    private final int[] held;
    private final int[] values;
    private long samples;
    private long since;
    private int meanQ8;
    private int smoothed;
    private int block;
    private int leakagePermille;
    private int sharePermille;
    private int secondAt;
    private int valueAt;
    private int valueCount;
    private int blockAt;
    private int heldAt;
    private boolean suspected;
    private boolean stands;

    /**
     * @param sampleRateHz 100 … 1,000
     * @param nanovoltPerCount 1 and more; a mean height below 0.1 mV is no fibrillation but asystole
     */
    public FibrillationMeasure(int sampleRateHz, int nanovoltPerCount) {
        this.sampleRateHz = sampleRateHz;
        leastCounts = Math.clamp(LEAST_NANOVOLT / nanovoltPerCount, 1, 32_767);
        blockLength = Math.max(2, (sampleRateHz + 30) / 60);
        held = new int[(sampleRateHz + 25) / 50];
        values = new int[WINDOW_SECONDS * sampleRateHz / blockLength];
    }

    /** Takes a sample, an int16 count; true if that ended a second and the verdict is new. */
    public boolean accept(int sample) {
        smoothed += sample - held[heldAt];
        held[heldAt] = sample;
        heldAt = (heldAt + 1) % held.length;
        samples++;
        block += smoothed;
        blockAt++;
        if (blockAt == blockLength) {
            takeValue(block / (held.length * blockLength));
            block = 0;
            blockAt = 0;
        }
        secondAt++;
        if (secondAt < sampleRateHz) {
            return false;
        }
        secondAt = 0;
        if (valueCount == values.length) {
            judge();
        }
        return true;
    }

    /** Stands after two seconds on end that look like it. */
    public Fibrillation state() {
        return Fibrillation.ofVentricles(stands, since);
    }

    /** Of the last four seconds, in 0.1 %; that of a sine is 0. */
    public int leakagePermille() {
        return leakagePermille;
    }

    /** Of the last four seconds' values that are far from zero, in 0.1 %. */
    public int sharePermille() {
        return sharePermille;
    }

    private void takeValue(int mean) {
        meanQ8 = valueCount == 0 ? mean * 256 : meanQ8 + ((mean * 256 - meanQ8) >> BASELINE_SHIFT);
        values[valueAt] = Math.clamp(mean - (meanQ8 >> 8), Short.MIN_VALUE, Short.MAX_VALUE);
        valueAt = (valueAt + 1) % values.length;
        valueCount = Math.min(valueCount + 1, values.length);
    }

    /** 0 is the oldest. */
    private int value(int index) {
        return values[(valueAt + index) % values.length];
    }

    private void judge() {
        int meanHeight = meanHeight();
        int half = halfPeriod();
        measure(half, meanHeight);
        int tenthHertz = 5 * sampleRateHz / (blockLength * half);
        boolean possible =
                meanHeight >= leastCounts && tenthHertz >= LOWEST_TENTH_HERTZ && tenthHertz <= HIGHEST_TENTH_HERTZ;
        if (stands) {
            stands = possible && leakagePermille < END_LEAKAGE_PERMILLE && sharePermille >= END_SHARE_PERMILLE;
            since = stands ? since : samples - END_SECONDS * sampleRateHz;
            suspected = stands;
        } else {
            boolean looksLikeIt = possible
                    && (isAbove(BEGIN_LEAKAGE_PERMILLE, BEGIN_SHARE_PERMILLE)
                            || isAbove(BROAD_LEAKAGE_PERMILLE, BROAD_SHARE_PERMILLE));
            stands = looksLikeIt && suspected;
            since = stands ? samples - WINDOW_SECONDS * sampleRateHz : since;
            suspected = looksLikeIt;
        }
    }

    /** Mean of the largest magnitudes in the window's quarters. */
    private int meanHeight() {
        int heights = 0;
        int highest = 0;
        for (int i = 0; i < values.length; i++) {
            highest = Math.max(highest, Math.abs(value(i)));
            if ((i + 1) * WINDOW_SECONDS / values.length > i * WINDOW_SECONDS / values.length) {
                heights += highest;
                highest = 0;
            }
        }
        return heights / WINDOW_SECONDS;
    }

    /** π times the sum of magnitudes to the sum of steps: of a sine, half its period. */
    private int halfPeriod() {
        long size = Math.abs(value(0));
        long way = 0;
        for (int i = 1; i < values.length; i++) {
            size += Math.abs(value(i));
            way += Math.abs(value(i) - value(i - 1));
        }
        return way == 0
                ? values.length - 1
                : (int) Math.clamp((355 * size + 56 * way) / (113 * way), 1, values.length - 1);
    }

    private void measure(int half, int meanHeight) {
        long left = 0;
        long both = 0;
        int far = 0;
        for (int i = 0; i < values.length; i++) {
            far += Math.abs(value(i)) * 5 > meanHeight ? 1 : 0;
            if (i >= half) {
                left += Math.abs(value(i) + value(i - half));
                both += Math.abs(value(i)) + Math.abs(value(i - half));
            }
        }
        leakagePermille = both == 0 ? 1_000 : (int) (1_000 * left / both);
        sharePermille = 1_000 * far / values.length;
    }

    private boolean isAbove(int leakage, int share) {
        return leakagePermille < leakage && sharePermille >= share;
    }
}
