package io.milliwatt.dsp.fixedpoint.heart;

/**
 * What {@link RhythmRules} are told of the signal, at least once a second.
 *
 * @param sample every beat before it has been told of
 * @param ventricular fibrillation or flutter
 */
public record RhythmSignal(long sample, State state, Fibrillation ventricular, Fibrillation atrial) {

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
        return new RhythmSignal(sample, state, Fibrillation.NONE, Fibrillation.NONE);
    }
}
