package io.milliwatt.runtime.heart;

import io.milliwatt.dsp.fixedpoint.heart.RhythmClass;

/**
 * A rhythm that has begun or ended.
 *
 * @param onset else an end
 * @param heartRatePerMinute in the episode, 0 with fewer than two beats
 * @param beats in the episode so far
 * @param millis from the episode's onset to {@code sample}, of an end to the episode's end
 * @param sample at which it was told
 */
public record HeartEvent(
        RhythmClass rhythm, boolean onset, int heartRatePerMinute, long beats, long millis, long sample) {

    /** 0 information … 3 high, as on the wire. */
    public int urgency() {
        if (rhythm.number() <= RhythmClass.EXTREME_TACHYCARDIA.number()) {
            return 3;
        }
        return rhythm.number() <= RhythmClass.VENTRICULAR_RUN.number() ? 2 : 1;
    }
}
