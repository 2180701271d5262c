package io.milliwatt.irrigation.supply;

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
        if (output < 0 || output >= OUTPUTS) {
            throw new IllegalArgumentException("The valve is on output " + output + "; a node has outputs 0 to 3.");
        }
        if (maximumOpen.compareTo(Duration.ofSeconds(1)) < 0 || maximumOpen.compareTo(LONGEST_OPEN) > 0) {
            throw new IllegalArgumentException("The valve's maximum open time is " + maximumOpen.toSeconds()
                    + " s; it must be 1 to " + LONGEST_OPEN.toSeconds() + " s.");
        }
        litresPerPulse.ifPresent(litres -> {
            if (!(litres > 0 && litres <= 100_000)) {
                throw new IllegalArgumentException(
                        "The flow meter gives a pulse each " + litres + " l; it must be above 0 and at most 100000 l.");
            }
        });
    }

    /** Whether it opens the way for others instead of watering. */
    public boolean isMaster() {
        return zoneId.isEmpty();
    }
}
