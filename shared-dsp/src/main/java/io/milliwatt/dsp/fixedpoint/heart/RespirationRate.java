package io.milliwatt.dsp.fixedpoint.heart;

/**
 * Respiration rate from the ECG: breathing turns the heart's axis, so that its QRS complexes grow and shrink, and makes the heart
 * faster and slower (sinus arrhythmia). Each of the two, as a curve at 2 Hz over the last 32 s, is compared with itself a breath
 * later. The rate is told when both are clear and agree, or when only one is clear; else it is unknown.
 */
public final class RespirationRate {

    private static final int LONGEST_GAP_SECONDS = 3;
    private static final int VALUES_PER_SECOND = 2;
    private static final int MEAN_SHIFT = 4;
    private static final int SIZE_ONE = 4_096;
    private static final int CLEAR_Q10 = 563;
    private static final int AGREE_PERCENT = 15;

    private final int sampleRateHz;
    private final BreathCurve sizes = new BreathCurve();
    private final BreathCurve intervals = new BreathCurve();
    private long newest;
    private long next;
    private int meanSize;
    private int size;
    private int interval;
    private int beats;

    /** @param sampleRateHz 100 … 1,000 */
    public RespirationRate(int sampleRateHz) {
        this.sampleRateHz = sampleRateHz;
    }

    /**
     * A beat; one that is not later than the one before is left out. After 3 s without a beat it starts anew.
     *
     * @param qrsSize any measure that grows with the QRS complex, such as the QRS detector's energy, 1 … 2³⁰
     * @param ectopic it has another shape: its values are those of the beat before
     */
    public void accept(long sample, int qrsSize, boolean ectopic) {
        long gap = sample - newest;
        if (beats > 0 && gap <= 0) {
            return;
        }
        if (beats > 0 && gap > LONGEST_GAP_SECONDS * sampleRateHz) {
            forget();
        }
        boolean kept = ectopic && beats == 2;
        if (!kept) {
            meanSize = Math.max(1, meanSize == 0 ? qrsSize : meanSize + ((qrsSize - meanSize) >> MEAN_SHIFT));
        }
        int relative = kept ? size : (int) Math.min((long) SIZE_ONE * qrsSize / meanSize, Short.MAX_VALUE);
        int millis = kept ? interval : (int) (beats == 0 ? 0 : 1_000 * gap / sampleRateHz);
        if (beats == 2) {
            draw(sample, relative, millis);
        } else {
            next = sample;
            beats++;
        }
        newest = sample;
        size = relative;
        interval = millis;
    }

    /** The curves from the beat before to this one. */
    private void draw(long sample, int sizeNow, int intervalNow) {
        for (; next <= sample; next += sampleRateHz / VALUES_PER_SECOND) {
            long part = next - newest;
            long whole = sample - newest;
            sizes.add((int) (size + (sizeNow - size) * part / whole));
            intervals.add((int) (interval + (intervalNow - interval) * part / whole));
        }
    }

    /** The signal was lost. */
    public void forget() {
        beats = 0;
        meanSize = 0;
        sizes.forget();
        intervals.forget();
    }

    /** Breaths per minute times 10, of 6 to 40 per minute; 0 for unknown. */
    public int perMinuteTimes10() {
        if (!sizes.isFull()) {
            return 0;
        }
        BreathCurve.Breath bySize = sizes.breath();
        BreathCurve.Breath byInterval = intervals.breath();
        boolean sizeIsClear = bySize.likenessQ10() >= CLEAR_Q10;
        boolean intervalIsClear = byInterval.likenessQ10() >= CLEAR_Q10;
        if (sizeIsClear && intervalIsClear) {
            int difference = Math.abs(bySize.lagQ8() - byInterval.lagQ8());
            boolean agree = 100 * difference <= AGREE_PERCENT * Math.min(bySize.lagQ8(), byInterval.lagQ8());
            return agree ? rate((bySize.lagQ8() + byInterval.lagQ8()) / 2) : 0;
        }
        if (sizeIsClear) {
            return rate(bySize.lagQ8());
        }
        return intervalIsClear ? rate(byInterval.lagQ8()) : 0;
    }

    private int rate(int lagQ8) {
        return 600 * 256 * sampleRateHz / (sampleRateHz / VALUES_PER_SECOND * lagQ8);
    }
}
