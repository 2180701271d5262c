package io.milliwatt.irrigation.schedule;

import io.milliwatt.irrigation.reason.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * When a zone's valve is to be open.
 *
 * @param requestId what asked for it
 * @param cycles in their order, at least one
 * @param flowCubicMetresPerHour while it is open
 * @param cost in the site's currency, water and energy
 * @param notes on how it was cut and moved
 */
public record RunPlan(
        String requestId,
        String zoneId,
        String valveId,
        String sourceId,
        List<Cycle> cycles,
        double grossMillimetres,
        double cubicMetres,
        double flowCubicMetresPerHour,
        double cost,
        List<Reason> notes) {

    public RunPlan {
        cycles = List.copyOf(cycles);
        notes = List.copyOf(notes);
        if (cycles.isEmpty()) {
            throw new IllegalArgumentException("A run needs at least one cycle.");
        }
    }

    public Instant start() {
        return cycles.getFirst().start();
    }

    public Instant end() {
        return cycles.getLast().end();
    }

    /** Of all cycles together. */
    public Duration openTime() {
        return cycles.stream().map(Cycle::length).reduce(Duration.ZERO, Duration::plus);
    }
}
