package io.milliwatt.dsp.fixedpoint.heart;

/** More ventricular beats within a minute than the patient's limit; over when no more than half of it are left. */
final class FrequentVentricularBeats {

    private static final int HELD = 31;
    private static final int MINUTE_SECONDS = 60;

    private final RhythmLimits limits;
    private final RhythmEpisodes episodes;
    private final long[] times = new long[HELD];
    private int at;
    private int count;

    FrequentVentricularBeats(RhythmLimits limits, RhythmEpisodes episodes) {
        this.limits = limits;
        this.episodes = episodes;
    }

    void forget() {
        count = 0;
    }

    void accept(long sample) {
        times[at] = sample;
        at = (at + 1) % HELD;
        count = Math.min(count + 1, HELD);
        episodes.count(RhythmClass.FREQUENT_VENTRICULAR_BEATS, sample, 1);
        int most = limits.frequentVentricularBeats();
        if (count > most && sample - before(most) <= MINUTE_SECONDS * limits.sampleRateHz()) {
            episodes.begin(RhythmClass.FREQUENT_VENTRICULAR_BEATS, before(most), sample, most + 1L);
        }
    }

    private long before(int back) {
        return times[(at + HELD - 1 - back) % HELD];
    }

    void expire(long now) {
        long left = before(limits.frequentVentricularBeats() / 2);
        if (episodes.isActive(RhythmClass.FREQUENT_VENTRICULAR_BEATS)
                && now - left > MINUTE_SECONDS * limits.sampleRateHz()) {
            episodes.end(RhythmClass.FREQUENT_VENTRICULAR_BEATS, now);
        }
    }
}
