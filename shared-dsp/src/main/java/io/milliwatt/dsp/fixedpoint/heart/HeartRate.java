package io.milliwatt.dsp.fixedpoint.heart;

/**
 * Heart rate as a monitor shows it: the mean of as many of the last intervals as fit into 8 s. Their number is even, so that a
 * heart that beats in pairs has the rate of both intervals; eight seconds let a change of rate show within the 11 s of IEC
 * 60601-2-27.
 */
public final class HeartRate {

    private static final int HELD = 41;
    private static final int AVERAGED_SECONDS = 8;
    private static final int ASYSTOLE_SECONDS = 4;
    private static final int LONGEST_MILLIS = 65_535;

    private final int sampleRateHz;
    private final long[] beats = new long[HELD];
    private int count;
    private int at;

    /** @param sampleRateHz 100 … 1,000 */
    public HeartRate(int sampleRateHz) {
        this.sampleRateHz = sampleRateHz;
    }

    /** A detected beat; one that is not later than the one before is left out. */
    public void accept(long sample) {
        if (count > 0 && sample <= newest(0)) {
            return;
        }
        beats[at] = sample;
        at = (at + 1) % HELD;
        count = Math.min(count + 1, HELD);
    }

    /** The signal was lost: no interval reaches over the gap. */
    public void forget() {
        count = 0;
    }

    /** Beats per minute times 10; 0 while there are not two beats, and when the last is 4 s ago. */
    public int perMinuteTimes10(long now) {
        if (count < 2 || now - newest(0) >= ASYSTOLE_SECONDS * sampleRateHz) {
            return 0;
        }
        int intervals = averagedIntervals();
        long span = newest(0) - newest(intervals);
        return span == 0 ? 0 : (int) ((600L * sampleRateHz * intervals + span / 2) / span);
    }

    /** Two at least, if there are so many, whatever their length. */
    private int averagedIntervals() {
        int fitting = Math.min(count - 1, 2);
        for (int i = 4; i < count && newest(0) - newest(i) <= AVERAGED_SECONDS * sampleRateHz; i += 2) {
            fitting = i;
        }
        return fitting;
    }

    private long newest(int back) {
        return beats[(at + HELD - 1 - back) % HELD];
    }

    /** The last RR interval, rounded, up to 65,535 ms; 0 while there are not two beats. */
    public int lastIntervalMillis() {
        if (count < 2) {
            return 0;
        }
        long interval = newest(0) - newest(1);
        return (int) Math.min((interval * 1_000 + sampleRateHz / 2) / sampleRateHz, LONGEST_MILLIS);
    }
}
