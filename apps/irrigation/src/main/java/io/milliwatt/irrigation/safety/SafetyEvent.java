package io.milliwatt.irrigation.safety;

import io.milliwatt.irrigation.reason.Reason;
import io.milliwatt.telemetry.ValveState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What the watch hears of. */
public sealed interface SafetyEvent {

    Instant at();

    /**
     * A cycle of a run is to begin.
     *
     * @param interlocks what else stands against it now, such as frost; each refuses it
     */
    record OpenWanted(Instant at, String valveId, String runId, Duration open, Grounds grounds, List<Reason> interlocks)
            implements SafetyEvent {}

    /** A run is cancelled, or a person closes the valve. */
    record CloseWanted(Instant at, String valveId, String by, String why) implements SafetyEvent {}

    /** A node told how its valve is. */
    record Reported(Instant at, String valveId, boolean open, ValveState.Cause cause) implements SafetyEvent {}

    /** Anything came from a node. */
    record Heard(Instant at, long node) implements SafetyEvent {}

    /** Water flows, or flows no more, though every valve of the node is closed. */
    record Leak(Instant at, long node, boolean flows, double litresPerMinute) implements SafetyEvent {}

    /** No water flows though the valve is open. */
    record Blocked(Instant at, String valveId, Duration open) implements SafetyEvent {}

    /** A reading behind an automatic run of this zone has become doubtful or stale. */
    record DataDoubted(Instant at, String zoneId, boolean stale) implements SafetyEvent {}

    record StopPressed(Instant at, String by, String why) implements SafetyEvent {}

    /** A person has looked after what was the matter. */
    record StopReleased(Instant at, String by, String why) implements SafetyEvent {}

    /** A person has looked after a leak or a blocked valve. */
    record FaultCleared(Instant at, String valveId, String by, String why) implements SafetyEvent {}

    /** Time passes; at least every quarter of a minute. */
    record Tick(Instant at) implements SafetyEvent {}
}
