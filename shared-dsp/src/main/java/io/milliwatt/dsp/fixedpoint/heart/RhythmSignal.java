package io.milliwatt.dsp.fixedpoint.heart;

import java.util.OptionalLong;

/**
 * What {@link RhythmRules} are told of the signal, at least once a second.
 *
 * @param sample every beat before it has been told of
 * @param fibrillationSince the sample from which the ventricles fibrillate or flutter, if they do
 * @param atrialSince the sample from which the atria fibrillate, if they do
 */
public record RhythmSignal(long sample, State state, OptionalLong fibrillationSince, OptionalLong atrialSince) {

    /** Whether beats can be told. */
    public enum State {
        GOOD,
        /** The detector sets its levels: nothing is judged, and nothing is wrong. */
        LEARNING,
        LEAD_OFF,
        CANNOT_TELL
    }

    /** No fibrillation. */
    public static RhythmSignal of(long sample, State state) {
        return new RhythmSignal(sample, state, OptionalLong.empty(), OptionalLong.empty());
    }
}
