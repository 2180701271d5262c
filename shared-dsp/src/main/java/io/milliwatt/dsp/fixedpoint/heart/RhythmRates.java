package io.milliwatt.dsp.fixedpoint.heart;

/** Bradycardia and tachycardia, extreme (PhysioNet/CinC Challenge 2015) and plain, from the intervals of detected beats. */
final class RhythmRates {

    private static final int EXTREME_BRADYCARDIA_PER_MINUTE = 40;
    private static final int EXTREME_TACHYCARDIA_PER_MINUTE = 140;
    private static final int LONE_PAUSE_ABOVE_PER_MINUTE = 10;
    private static final int HYSTERESIS_PER_MINUTE = 5;
    private static final int SLOW_INTERVALS = 4;
    private static final int FAST_INTERVALS = 8;
    private static final int EXTREME_INTERVALS = 16;
    private static final int HELD = EXTREME_INTERVALS + 1;

    private final RhythmLimits limits;
    private final RhythmEpisodes episodes;
    private final long[] detected = new long[HELD];
    private int at;
    private int count;

    RhythmRates(RhythmLimits limits, RhythmEpisodes episodes) {
        this.limits = limits;
        this.episodes = episodes;
    }

    void forget() {
        count = 0;
    }

    boolean hasBeat() {
        return count > 0;
    }

    void accept(long sample) {
        detected[at] = sample;
        at = (at + 1) % HELD;
        count = Math.min(count + 1, HELD);
        if (count > SLOW_INTERVALS) {
            judgeSlow(RhythmClass.EXTREME_BRADYCARDIA, EXTREME_BRADYCARDIA_PER_MINUTE);
            judgeSlow(RhythmClass.BRADYCARDIA, limits.bradycardiaPerMinute());
        }
        if (count > FAST_INTERVALS) {
            judgeFast(RhythmClass.TACHYCARDIA, FAST_INTERVALS, limits.tachycardiaPerMinute());
        }
        if (count > EXTREME_INTERVALS) {
            judgeFast(RhythmClass.EXTREME_TACHYCARDIA, EXTREME_INTERVALS, EXTREME_TACHYCARDIA_PER_MINUTE);
        }
    }

    /** An event ends so far inside its limit that a rate at the limit is one event. */
    private int hysteresis(RhythmClass rhythm) {
        return episodes.isActive(rhythm) ? HYSTERESIS_PER_MINUTE : 0;
    }

    private void judgeSlow(RhythmClass rhythm, int perMinute) {
        int limit = perMinute + hysteresis(rhythm);
        boolean holds = !isLonePause(limit) && compare(SLOW_INTERVALS, limit) < 0;
        judge(rhythm, SLOW_INTERVALS, holds);
    }

    private void judgeFast(RhythmClass rhythm, int intervals, int perMinute) {
        judge(rhythm, intervals, compare(intervals, perMinute - hysteresis(rhythm)) > 0);
    }

    private long newest(int back) {
        return detected[(at + HELD - 1 - back) % HELD];
    }

    /** The rate over the last intervals against a limit: below zero when slower, above when faster. */
    private long compare(int intervals, int perMinute) {
        long span = newest(intervals) - newest(0);
        return 60L * limits.sampleRateHz() * intervals + perMinute * span;
    }

    /** Three of the four intervals faster than the limit by 10/min: that is one long pause in a faster rhythm, told as a pause. */
    private boolean isLonePause(int perMinute) {
        int shorter = 0;
        for (int i = 0; i < SLOW_INTERVALS; i++) {
            long interval = newest(i) - newest(i + 1);
            shorter += (perMinute + LONE_PAUSE_ABOVE_PER_MINUTE) * interval < 60L * limits.sampleRateHz() ? 1 : 0;
        }
        return shorter >= SLOW_INTERVALS - 1;
    }

    private void judge(RhythmClass rhythm, int intervals, boolean holds) {
        if (!holds) {
            episodes.end(rhythm, newest(0));
        } else if (episodes.isActive(rhythm)) {
            episodes.count(rhythm, newest(0), 1);
        } else {
            episodes.begin(rhythm, newest(intervals), newest(0), intervals + 1L);
        }
    }
}
