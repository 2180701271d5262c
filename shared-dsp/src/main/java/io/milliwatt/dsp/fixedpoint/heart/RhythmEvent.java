package io.milliwatt.dsp.fixedpoint.heart;

/**
 * An onset or an end that {@link RhythmRules} tell.
 *
 * @param ended an end; else an onset
 * @param heartRatePerMinute mean in the event, 0 with fewer than two beats
 * @param beats in the event so far
 * @param onsetSample where the event began
 * @param sample of an end, where that was; of an onset, when it was certain
 */
public record RhythmEvent(
        RhythmClass rhythm, boolean ended, int heartRatePerMinute, long beats, long onsetSample, long sample) {}
