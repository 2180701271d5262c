package io.milliwatt.dsp.fixedpoint.heart;

import java.util.List;

/**
 * Arrhythmia events with onset and end, from beats and their classes. What needs no class (asystole, pauses, rates) is judged as
 * soon as a beat is detected; what needs one when its class is known. While the signal cannot be judged no rhythm event stands:
 * those under way end and the technical event takes their place, so that a lead that is off is no asystole.
 *
 * <p>Every call returns the events that it caused, the gravest first. Definitions: PhysioNet/CinC Challenge 2015 for the
 * life-threatening ones; {@code device-firmware/contract/heart.md} for all.
 */
public final class RhythmRules {

    private static final int ASYSTOLE_SECONDS = 4;
    private static final int FIBRILLATION_SECONDS = 4;

    private final RhythmLimits limits;
    private final RhythmEpisodes episodes;
    private final RhythmRates rates;
    private final RhythmPatterns patterns;
    private boolean running;
    private long now;
    private long judgedSince;
    private long heard;

    public RhythmRules(RhythmLimits limits) {
        this.limits = limits;
        episodes = new RhythmEpisodes(limits.sampleRateHz());
        rates = new RhythmRates(limits, episodes);
        patterns = new RhythmPatterns(limits, episodes);
    }

    /** The signal's state, at least once a second, after the beats before it. */
    public List<RhythmEvent> advance(RhythmSignal signal) {
        now = Math.max(now, signal.sample());
        judgeSignal(signal);
        if (running) {
            judgeVentricles(signal);
            judgeAtria(signal.atrial());
            judgeGap(signal.sample());
            patterns.expire(now);
        }
        return episodes.news(now);
    }

    /** A beat as soon as it is found, in order of time; one that is not later than the one before is left out. */
    public List<RhythmEvent> detected(long sample) {
        if (!running || sample <= heard) {
            return List.of();
        }
        now = Math.max(now, sample);
        judgeGap(sample);
        episodes.end(RhythmClass.ASYSTOLE, sample);
        episodes.end(RhythmClass.PAUSE, sample);
        heard = sample;
        rates.accept(sample);
        return episodes.news(now);
    }

    /**
     * The same beat when its class is known.
     *
     * @param certain false for a beat of which the classifier abstains
     */
    public List<RhythmEvent> classed(long sample, BeatClass beatClass, boolean certain) {
        if (running) {
            patterns.accept(sample, beatClass, certain, judgedSince);
        }
        return episodes.news(now);
    }

    /** The event stands. */
    public boolean stands(RhythmClass rhythm) {
        return episodes.isActive(rhythm);
    }

    /** Ventricular beats among the last 64 classed ones, in 0.1 %. */
    public int ventricularSharePermille() {
        return patterns.ventricularSharePermille();
    }

    /** Fibrillation has no beats to tell and is seen in the signal itself. */
    private void judgeSignal(RhythmSignal signal) {
        boolean cannotTell = signal.state() == RhythmSignal.State.CANNOT_TELL;
        boolean fibrillates = signal.ventricular().stands();
        boolean judged = signal.state() == RhythmSignal.State.GOOD || cannotTell && fibrillates;
        setTechnical(RhythmClass.LEAD_OFF, signal.state() == RhythmSignal.State.LEAD_OFF, signal.sample());
        setTechnical(RhythmClass.POOR_SIGNAL, cannotTell && !fibrillates, signal.sample());
        if (running && !judged) {
            episodes.endAllOfTheHeart(signal.sample());
        } else if (!running && judged) {
            judgedSince = signal.sample();
            heard = signal.sample();
            rates.forget();
            patterns.forget();
        }
        running = judged;
    }

    private void setTechnical(RhythmClass rhythm, boolean stands, long sample) {
        if (stands) {
            episodes.begin(rhythm, sample, sample, 0);
        } else {
            episodes.end(rhythm, sample);
        }
    }

    private void judgeVentricles(RhythmSignal signal) {
        long since = signal.ventricular().sinceSample();
        if (!signal.ventricular().stands()) {
            episodes.end(RhythmClass.VENTRICULAR_FIBRILLATION, since);
        } else if (signal.sample() - since >= FIBRILLATION_SECONDS * limits.sampleRateHz()) {
            episodes.begin(RhythmClass.VENTRICULAR_FIBRILLATION, since, since, 0);
        }
    }

    /**
     * The beats of an episode that is over are those of the call before; an onset before the signal was last judged is not an
     * onset that anybody saw.
     */
    private void judgeAtria(Fibrillation atrial) {
        long since = Math.max(judgedSince, atrial.sinceSample());
        if (!atrial.stands()) {
            episodes.end(RhythmClass.ATRIAL_FIBRILLATION, since);
        } else if (episodes.isActive(RhythmClass.ATRIAL_FIBRILLATION)) {
            episodes.setBeats(RhythmClass.ATRIAL_FIBRILLATION, atrial.newestSample(), atrial.beats());
        } else {
            episodes.begin(RhythmClass.ATRIAL_FIBRILLATION, since, atrial.newestSample(), atrial.beats());
        }
    }

    /** The gap from the last beat to {@code sample}; a heart that fibrillates has no beats, is told as that, and has until then. */
    private void judgeGap(long sample) {
        if (episodes.isActive(RhythmClass.VENTRICULAR_FIBRILLATION)) {
            heard = Math.max(heard, sample);
            return;
        }
        long gap = sample - heard;
        if (gap >= ASYSTOLE_SECONDS * limits.sampleRateHz()) {
            episodes.begin(RhythmClass.ASYSTOLE, heard, heard, 0);
        }
        // A pause lies between two beats; before the first one there is only asystole.
        if (rates.hasBeat() && gap * 1_000 >= (long) limits.pauseMillis() * limits.sampleRateHz()) {
            episodes.begin(RhythmClass.PAUSE, heard, heard, 0);
        }
    }
}
