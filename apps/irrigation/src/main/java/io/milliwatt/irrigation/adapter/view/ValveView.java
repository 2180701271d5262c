package io.milliwatt.irrigation.adapter.view;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A valve as it is now.
 *
 * @param state closed, opening, open, closing or unknown
 * @param flowCubicMetresPerHour mean since it opened, where a meter counts
 * @param link good or lost
 */
public record ValveView(
        String id,
        String name,
        String zoneId,
        long nodeId,
        int output,
        String sourceId,
        double nominalFlowCubicMetresPerHour,
        long maximumOpenSeconds,
        Optional<Double> litresPerPulse,
        String state,
        Optional<Instant> stateSince,
        Optional<Instant> openUntil,
        Optional<String> lastCause,
        OptionalDouble flowCubicMetresPerHour,
        List<ReasonView> interlocks,
        Optional<Instant> lastHeardAt,
        String link) {

    /** A valve's word of itself. */
    public record EventView(
            Instant at, boolean opened, String cause, long openSeconds, long litres, long commandSequence) {}
}
