package io.milliwatt.irrigation.safety;

import java.time.Duration;
import java.time.Instant;

/** What a node is told. */
public sealed interface Order {

    /** @param latestStart after which the node must not open any more */
    record Open(String valveId, Duration open, Instant latestStart) implements Order {}

    record Close(String valveId) implements Order {}

    /** All valves of the node, and none opens until the stop is lifted. */
    record StopAll(long node) implements Order {}

    record LiftStop(long node) implements Order {}
}
