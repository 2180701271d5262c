package io.milliwatt.dsp.fixedpoint.heart;

/** Every ventricular beat after the same number of others, three times: bigeminy after one, trigeminy after two. */
final class VentricularCycle {

    private static final int VENTRICULAR_BEATS = 3;

    private final RhythmClass rhythm;
    private final int others;
    private final RhythmEpisodes episodes;
    private int cycles;
    private long from;

    VentricularCycle(RhythmClass rhythm, int others, RhythmEpisodes episodes) {
        this.rhythm = rhythm;
        this.others = others;
        this.episodes = episodes;
    }

    void forget() {
        cycles = 0;
    }

    /** A ventricular beat so many others after the last one. */
    void accept(int othersBefore, long lastVentricular, long sample) {
        if (othersBefore != others) {
            end(lastVentricular);
            return;
        }
        if (cycles == 0) {
            from = lastVentricular;
        }
        cycles = Math.min(cycles + 1, VENTRICULAR_BEATS);
        episodes.count(rhythm, sample, others + 1L);
        if (cycles == VENTRICULAR_BEATS - 1) {
            episodes.begin(rhythm, from, sample, cycles * (others + 1L) + 1);
        }
    }

    /** Another beat: more than fit the pattern end it. */
    void acceptOther(int othersSince, long lastVentricular) {
        if (othersSince > others) {
            end(lastVentricular);
        }
    }

    void end(long lastVentricular) {
        episodes.end(rhythm, lastVentricular);
        cycles = 0;
    }
}
