package io.milliwatt.dsp.fixedpoint.heart;

/**
 * A beat's RR interval against all that this heart has shown: the recent rhythm, the sinus rhythm, and references so slow
 * that a majority of early beats does not move them. An interval is clean when this and the previous beat have the normal shape.
 */
final class Intervals {

    private static final int PREMATURE_PERCENT = 87;
    private static final int PAUSE_PERCENT = 115;
    private static final int LATE_PERCENT = 90;
    private static final int SLOWEST_PERCENT = 97;
    private static final int TACHYCARDIA_MILLIS = 600;
    private static final int RECENT = 10;
    private static final int LONGEST_WAIT = 20;

    private final IntervalRing recent = new IntervalRing(64);
    private final IntervalRing longTerm = new IntervalRing(256);
    private final IntervalRing clean = new IntervalRing(64);
    private final SinusTracker sinus = new SinusTracker();
    private final SlowMode slow = new SlowMode();
    private final Irregularity irregularity = new Irregularity();
    private int median;
    private int mean;
    private int slowMode;
    private int sinceLate;
    private boolean nextIsKept;

    /**
     * Fills in the features that are about intervals.
     *
     * @param interval to the beat before, ms, 0 … 4,095
     * @param next to the beat after, ms, 0 … 4,095
     * @param before the interval before this one
     * @param nextIsKnown false if that beat had not come yet
     */
    void describe(int interval, int next, int before, boolean nextIsKnown, short[] features) {
        median = recent.count() == 0 ? interval : recent.median();
        mean = meanOfRecent(interval);
        slow.find(clean);
        slowMode = clean.count() == 0 ? median : slow.intervalMillis();
        put(features, Feature.INTERVAL_TO_MEDIAN, Ratio.q8(interval, median));
        put(features, Feature.INTERVAL_TO_RECENT, Ratio.q8(interval, mean));
        put(features, Feature.NEXT_TO_MEDIAN, Ratio.q8(next, median));
        put(features, Feature.NEXT_TO_INTERVAL, Ratio.q8(next, interval));
        put(features, Feature.INTERVAL_TO_PREVIOUS, Ratio.q8(interval, before));
        put(features, Feature.BOTH_TO_MEDIAN, Ratio.q8(interval + next, 2 * median));
        int longMedian = longTerm.count() == 0 ? interval : longTerm.median();
        put(features, Feature.INTERVAL_TO_LONG_MEDIAN, Ratio.q8(interval, longMedian));
        describeSinus(interval, next, features);
        describeIrregularity(interval, nextIsKnown, features);
        describeSlow(interval, next, features);
        describeMeans(interval, features);
    }

    private int meanOfRecent(int otherwise) {
        int used = Math.min(RECENT, recent.count());
        int sum = 0;
        for (int i = 0; i < used; i++) {
            sum += recent.newest(i);
        }
        return used == 0 ? otherwise : sum / used;
    }

    private static void put(short[] features, Feature feature, int value) {
        features[feature.ordinal()] = (short) value;
    }

    private void describeSinus(int interval, int next, short[] features) {
        int reference = sinus.intervalMillis(interval);
        put(features, Feature.INTERVAL_TO_SINUS, Ratio.q8(interval, reference));
        put(features, Feature.NEXT_TO_SINUS, Ratio.q8(next, reference));
        put(features, Feature.EARLINESS, sinus.earlinessQ4(interval));
        put(features, Feature.BEFORE_EARLIEST, Ratio.q8(sinus.shortestMillis(interval) - interval, reference));
    }

    private void describeIrregularity(int interval, boolean nextIsKnown, short[] features) {
        put(features, Feature.IRREGULARITY, irregularity.medianDifferenceQ10());
        put(
                features,
                Feature.NEAREST_INTERVAL,
                Ratio.q10(irregularity.nearestMillis(interval, nextIsKnown ? 2 : 1), median));
        put(features, Feature.FIBRILLATION, irregularity.score32());
        put(features, Feature.ALTERNATING_FIBRILLATION, irregularity.alternatingScore32());
    }

    private void describeSlow(int interval, int next, short[] features) {
        int slow64 = clean.count() == 0 ? median : clean.percentile(90);
        int slow256 = longTerm.count() == 0 ? median : longTerm.percentile(90);
        put(features, Feature.INTERVAL_TO_SLOW_64, Ratio.q8(interval, slow64));
        put(features, Feature.INTERVAL_TO_SLOW_256, Ratio.q8(interval, slow256));
        put(features, Feature.INTERVAL_TO_SLOW_MODE, Ratio.q8(interval, slowMode));
        put(features, Feature.SLOW_MODE_MASS, slow.massQ8());
        put(features, Feature.NEXT_TO_SLOW_MODE, Ratio.q8(next, slowMode));
        int early = 0;
        for (int i = 0; i < clean.count(); i++) {
            early += 100 * clean.newest(i) < PREMATURE_PERCENT * slowMode ? 1 : 0;
        }
        put(features, Feature.EARLY_SHARE, Ratio.q8(early, clean.count()));
        put(features, Feature.BEATS_SINCE_LATE, sinceLate);
        put(features, Feature.INTERVAL_MILLIS, interval);
        put(features, Feature.MEDIAN_MILLIS, clean.count() == 0 ? median : clean.median());
    }

    /** Means and the slowest: what long pauses between runs of early beats move, and medians do not. */
    private void describeMeans(int interval, short[] features) {
        int recentMean = recent.count() == 0 ? interval : recent.mean();
        int longMean = longTerm.count() == 0 ? interval : longTerm.mean();
        int slowest = longTerm.count() == 0 ? median : longTerm.percentile(SLOWEST_PERCENT);
        put(features, Feature.INTERVAL_TO_MEAN_64, Ratio.q8(interval, recentMean));
        put(features, Feature.INTERVAL_TO_MEAN_256, Ratio.q8(interval, longMean));
        put(features, Feature.INTERVAL_TO_SLOWEST_256, Ratio.q8(interval, slowest));
    }

    /** The intervals up to the beat that is described next, before it is described. */
    void expect(int interval, int next, boolean nextIsKnown) {
        if (!nextIsKept) {
            irregularity.add(interval);
        }
        if (nextIsKnown) {
            irregularity.add(next);
        }
        nextIsKept = nextIsKnown;
    }

    /** Learns the interval described last. */
    void learn(int interval, boolean normalShape, boolean isClean) {
        recent.add(interval);
        longTerm.add(interval);
        sinus.learn(interval, normalShape);
        if (isClean) {
            clean.add(interval);
        }
        sinceLate = isLate(interval) ? 0 : Math.min(sinceLate + 1, LONGEST_WAIT);
    }

    /** Whether the beat described last came 13 % sooner than the recent rhythm's, or 15 % sooner than the next one. */
    boolean isPremature(int interval, int next) {
        return 100 * interval < PREMATURE_PERCENT * mean
                || 100 * interval < PREMATURE_PERCENT * median
                || 100 * next > PAUSE_PERCENT * interval;
    }

    /** Whether it is nearly as long as the slow mode's, or longer. */
    boolean isLate(int interval) {
        return 100 * interval >= LATE_PERCENT * slowMode;
    }

    /** Whether it is shorter than the slow mode's by more than 13 %. */
    boolean isEarly(int interval) {
        return 100 * interval < PREMATURE_PERCENT * slowMode;
    }

    /** Whether it is early, and at more than 100 a minute. */
    boolean isHurried(int interval) {
        return isEarly(interval) && interval < TACHYCARDIA_MILLIS;
    }

    /** Of the last 64 intervals, ms. */
    int median() {
        return median;
    }
}
