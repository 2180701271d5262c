package io.milliwatt.irrigation.supply;

import io.milliwatt.irrigation.reason.Setting;
import io.milliwatt.irrigation.site.Identifier;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A valve on a node's output.
 *
 * @param zoneId that it waters; empty for a master valve
 * @param output 0 to 3, of the node
 * @param maximumOpen which neither server nor node lets pass; the node holds the same value itself
 * @param litresPerPulse of the flow meter behind it; empty without one
 */
public record Valve(
        String id,
        String sourceId,
        Optional<String> zoneId,
        String name,
        long node,
        int output,
        Duration maximumOpen,
        OptionalDouble litresPerPulse) {

    public static final int OUTPUTS = 4;

    /** A node counts seconds in 16 bits. */
    private static final Duration LONGEST_OPEN = Duration.ofSeconds(65_535);

    public Valve {
        Identifier.require("valve", id);
        Identifier.require("source", sourceId);
        zoneId.ifPresent(zone -> Identifier.require("zone", zone));
        Identifier.requireName("valve", name);
        Identifier.requireNode(node);
        Setting.VALVE_OUTPUT.require(output, 0, OUTPUTS - 1);
        Setting.MAXIMUM_OPEN_TIME.require(maximumOpen.toSeconds(), 1, LONGEST_OPEN.toSeconds());
        litresPerPulse.ifPresent(litres -> Setting.LITRES_PER_PULSE.requireAbove(litres, 0, 100_000));
    }

    /** Whether it opens the way for others instead of watering. */
    public boolean isMaster() {
        return zoneId.isEmpty();
    }
}
