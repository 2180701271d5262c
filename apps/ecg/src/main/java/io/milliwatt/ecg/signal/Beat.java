package io.milliwatt.ecg.signal;

import io.milliwatt.telemetry.BeatClass;
import java.time.Instant;

/**
 * A beat as a node classified it.
 *
 * @param at the R wave
 * @param confidence 0…1
 * @param abstained the node was not sure enough to tell a class
 * @param pacingSpike a pacing spike was seen before it
 * @param foundLate found by search-back
 */
public record Beat(
        long node,
        Instant at,
        BeatClass beatClass,
        double confidence,
        boolean abstained,
        boolean inAtrialFibrillation,
        boolean pacingSpike,
        boolean foundLate,
        long modelVersion) {}
