package io.milliwatt.vibration.condition;

import java.time.Instant;

/**
 * What the model on the node said last.
 *
 * @param probability 0…1
 */
public record Verdict(Fault fault, double probability, Instant at) {

    private static final double FULL_SCALE = 255;

    /** From the frame's 0…255. */
    public static Verdict fromCounts(Fault fault, long probabilityCounts, Instant at) {
        return new Verdict(fault, probabilityCounts / FULL_SCALE, at);
    }
}
