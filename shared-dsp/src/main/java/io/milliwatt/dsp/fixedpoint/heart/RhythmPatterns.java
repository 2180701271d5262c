package io.milliwatt.dsp.fixedpoint.heart;

import java.util.Optional;

/** What the {@link RhythmRules} tell from the classes of beats. */
final class RhythmPatterns {

    private static final int DOUBTS = 2;
    private static final int NO_VENTRICULAR = 255;
    private static final int SHORTEST_RUN = 3;
    private static final int R_ON_T_PER_MINUTE = 100;
    private static final int SHARE_BEATS = 64;

    private final RhythmLimits limits;
    private final RhythmEpisodes episodes;
    private final VentricularRuns runs;
    private final VentricularCycle bigeminy;
    private final VentricularCycle trigeminy;
    private final FrequentVentricularBeats frequent;
    private Optional<BeatClass> classedBefore = Optional.empty();
    private long classed;
    private long normalInterval;
    private long lastVentricular;
    private int sinceVentricular = NO_VENTRICULAR;
    private int doubts;
    private long atrialOnset;
    private long atrialBeats;
    private long ventricularBits;
    private int classedCount;

    RhythmPatterns(RhythmLimits limits, RhythmEpisodes episodes) {
        this.limits = limits;
        this.episodes = episodes;
        runs = new VentricularRuns(limits.sampleRateHz(), episodes);
        bigeminy = new VentricularCycle(RhythmClass.BIGEMINY, 1, episodes);
        trigeminy = new VentricularCycle(RhythmClass.TRIGEMINY, 2, episodes);
        frequent = new FrequentVentricularBeats(limits, episodes);
    }

    void forget() {
        classedBefore = Optional.empty();
        normalInterval = 0;
        sinceVentricular = NO_VENTRICULAR;
        doubts = 0;
        atrialBeats = 0;
        ventricularBits = 0;
        classedCount = 0;
        runs.forget();
        bigeminy.forget();
        trigeminy.forget();
        frequent.forget();
    }

    void expire(long now) {
        frequent.expire(now);
    }

    /** @param judgedSince beats up to here are left out, as are those not later than the one before */
    void accept(long sample, BeatClass beatClass, boolean certain, long judgedSince) {
        if (sample <= (classedBefore.isEmpty() ? judgedSince : classed)) {
            return;
        }
        boolean known = certain && beatClass != BeatClass.UNCLASSIFIABLE;
        if (known) {
            take(sample, beatClass);
        } else {
            takeDoubtful();
        }
        classed = sample;
        classedBefore = Optional.of(known ? beatClass : BeatClass.UNCLASSIFIABLE);
    }

    private void take(long sample, BeatClass beatClass) {
        boolean isVentricular = beatClass == BeatClass.VENTRICULAR;
        ventricularBits = ventricularBits << 1 | (isVentricular ? 1 : 0);
        classedCount = Math.min(classedCount + 1, SHARE_BEATS);
        if (isVentricular) {
            takeVentricular(sample);
        } else {
            takeOther();
        }
        if (beatClass == BeatClass.SUPRAVENTRICULAR) {
            takeSupraventricular(sample);
        } else {
            endSupraventricular();
        }
        if (beatClass == BeatClass.NORMAL && classedBefore.equals(Optional.of(BeatClass.NORMAL))) {
            long interval = sample - classed;
            normalInterval = normalInterval == 0 ? interval : normalInterval + ((interval - normalInterval) >> 3);
        }
        doubts = 0;
    }

    private void takeVentricular(long sample) {
        if (classedBefore.isPresent()) {
            judgeROnT(sample);
        }
        if (sinceVentricular != NO_VENTRICULAR) {
            bigeminy.accept(sinceVentricular, lastVentricular, sample);
            trigeminy.accept(sinceVentricular, lastVentricular, sample);
        }
        runs.accept(sample);
        frequent.accept(sample);
        sinceVentricular = 0;
        lastVentricular = sample;
    }

    /**
     * A ventricular beat within two fifths of the usual interval after the beat before lies on that beat's T wave. T comes later
     * in a slow heart, but not in proportion: within two fifths of a second at most. In fibrillation nothing is a T wave.
     */
    private void judgeROnT(long sample) {
        boolean slow = normalInterval * R_ON_T_PER_MINUTE > 60L * limits.sampleRateHz();
        boolean fibrillates = episodes.isActive(RhythmClass.VENTRICULAR_FIBRILLATION);
        long reference = Math.min(normalInterval, limits.sampleRateHz());
        if (slow && !fibrillates && sinceVentricular != 0 && doubts == 0 && 5 * (sample - classed) < 2 * reference) {
            episodes.whole(RhythmClass.R_ON_T, classed, sample, 2);
        }
    }

    private void takeOther() {
        runs.end(lastVentricular);
        if (sinceVentricular != NO_VENTRICULAR) {
            sinceVentricular = Math.min(sinceVentricular + 1, 3);
            bigeminy.acceptOther(sinceVentricular, lastVentricular);
            trigeminy.acceptOther(sinceVentricular, lastVentricular);
        }
    }

    private void takeSupraventricular(long sample) {
        if (atrialBeats == 0) {
            atrialOnset = sample;
        }
        atrialBeats++;
        episodes.count(RhythmClass.SUPRAVENTRICULAR_RUN, sample, 1);
        if (atrialBeats == SHORTEST_RUN) {
            episodes.begin(RhythmClass.SUPRAVENTRICULAR_RUN, atrialOnset, sample, SHORTEST_RUN);
        }
    }

    private void endSupraventricular() {
        if (episodes.isActive(RhythmClass.SUPRAVENTRICULAR_RUN)) {
            episodes.end(RhythmClass.SUPRAVENTRICULAR_RUN, episodes.newest(RhythmClass.SUPRAVENTRICULAR_RUN));
        }
        atrialBeats = 0;
    }

    /** A beat of unknown class neither counts nor ends a run, two in a row do; a pattern of single beats ends with the first. */
    private void takeDoubtful() {
        doubts = Math.min(doubts + 1, DOUBTS);
        bigeminy.end(lastVentricular);
        trigeminy.end(lastVentricular);
        sinceVentricular = NO_VENTRICULAR;
        if (doubts == DOUBTS) {
            runs.end(lastVentricular);
            endSupraventricular();
        }
    }

    int ventricularSharePermille() {
        return classedCount == 0 ? 0 : (Long.bitCount(ventricularBits) * 1_000 + classedCount / 2) / classedCount;
    }
}
