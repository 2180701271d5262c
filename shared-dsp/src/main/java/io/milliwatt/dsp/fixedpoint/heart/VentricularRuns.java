package io.milliwatt.dsp.fixedpoint.heart;

/** Couplets, runs and tachycardia of ventricular beats in a row; tachycardia after the PhysioNet/CinC Challenge 2015. */
final class VentricularRuns {

    private static final int TACHYCARDIA_BEATS = 5;
    private static final int TACHYCARDIA_PER_MINUTE = 100;
    private static final int SHORTEST_RUN = 3;

    private final int sampleRateHz;
    private final RhythmEpisodes episodes;
    private final long[] last = new long[TACHYCARDIA_BEATS];
    private int at;
    private long beats;
    private long onset;

    VentricularRuns(int sampleRateHz, RhythmEpisodes episodes) {
        this.sampleRateHz = sampleRateHz;
        this.episodes = episodes;
    }

    void forget() {
        beats = 0;
    }

    void accept(long sample) {
        if (beats == 0) {
            onset = sample;
        }
        beats++;
        last[at] = sample;
        at = (at + 1) % TACHYCARDIA_BEATS;
        episodes.count(RhythmClass.VENTRICULAR_TACHYCARDIA, sample, 1);
        episodes.count(RhythmClass.VENTRICULAR_RUN, sample, 1);
        if (beats >= TACHYCARDIA_BEATS) {
            judgeRate(last[at], sample);
        }
    }

    private void judgeRate(long first, long sample) {
        if ((sample - first) * TACHYCARDIA_PER_MINUTE < (TACHYCARDIA_BEATS - 1) * 60L * sampleRateHz) {
            episodes.end(RhythmClass.VENTRICULAR_RUN, first);
            episodes.begin(RhythmClass.VENTRICULAR_TACHYCARDIA, first, sample, TACHYCARDIA_BEATS);
        } else {
            episodes.end(RhythmClass.VENTRICULAR_TACHYCARDIA, sample);
            episodes.begin(RhythmClass.VENTRICULAR_RUN, onset, sample, beats);
        }
    }

    /** @param lastVentricular the last beat of the run, if there was one */
    void end(long lastVentricular) {
        episodes.end(RhythmClass.VENTRICULAR_TACHYCARDIA, lastVentricular);
        episodes.end(RhythmClass.VENTRICULAR_RUN, lastVentricular);
        if (beats == 2) {
            episodes.whole(RhythmClass.VENTRICULAR_COUPLET, onset, lastVentricular, beats);
        } else if (beats >= SHORTEST_RUN && beats < TACHYCARDIA_BEATS) {
            episodes.whole(RhythmClass.VENTRICULAR_RUN, onset, lastVentricular, beats);
        }
        beats = 0;
    }
}
