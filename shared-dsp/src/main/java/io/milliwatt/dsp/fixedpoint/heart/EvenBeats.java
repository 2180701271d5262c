package io.milliwatt.dsp.fixedpoint.heart;

import io.milliwatt.dsp.fixedpoint.QrsDetector;

/**
 * Whether the beats found last come fast and evenly, as those of a tachycardia do. Its broad complexes leave no quiet between them, and
 * signal quality takes that for noise; but beats found in noise do not come evenly.
 */
public final class EvenBeats {

    /** Intervals that must be even for a signal to stay good, and for a poor one to become good. */
    private static final int TO_STAY = 5;

    private static final int TO_RETURN = 7;

    private static final int EVEN_SHARE = 8;
    private static final int LONGEST_SILENCE_SECONDS = 2;

    private final QrsDetector detector;
    private final int sampleRateHz;

    public EvenBeats(QrsDetector detector, int sampleRateHz) {
        this.detector = detector;
        this.sampleRateHz = sampleRateHz;
    }

    /** Whether a beat was found within the last two seconds. */
    public boolean areRecent(long newestSample) {
        return detector.beats() > 0 && newestSample - sample(0) <= (long) LONGEST_SILENCE_SECONDS * sampleRateHz;
    }

    /**
     * Whether the last intervals, above 100/min together, differ from their mean by no more than an eighth.
     *
     * @param good the signal is, so that fewer intervals will do
     */
    public boolean areFast(boolean good) {
        int intervals = good ? TO_STAY : TO_RETURN;
        if (detector.beats() <= intervals) {
            return false;
        }
        long span = sample(0) - sample(intervals);
        boolean even = 5 * span <= 3L * intervals * sampleRateHz;
        for (int back = 0; back < intervals && even; back++) {
            long interval = sample(back) - sample(back + 1);
            even = EVEN_SHARE * Math.abs(intervals * interval - span) <= span;
        }
        return even;
    }

    private long sample(int back) {
        return detector.beat(detector.beats() - 1 - back).orElseThrow().sample();
    }
}
