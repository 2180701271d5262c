package io.milliwatt.runtime.heart;

/** When the last pacing spikes began, until the beat after them is found. */
final class SpikeTimes {

    private static final int HELD = 8;

    private final int longestBefore;
    private final int longestAfter;
    private final long[] samples = new long[HELD];
    private int at;

    /** A beat is paced by a spike up to 3/10 s before its R wave, or up to 1/20 s after. */
    SpikeTimes(int sampleRateHz) {
        longestBefore = 3 * sampleRateHz / 10;
        longestAfter = sampleRateHz / 20;
    }

    void add(long sample) {
        samples[at] = sample;
        at = (at + 1) % HELD;
    }

    boolean pace(long beat) {
        for (long sample : samples) {
            if (beat - sample <= longestBefore && sample - beat <= longestAfter) {
                return true;
            }
        }
        return false;
    }
}
