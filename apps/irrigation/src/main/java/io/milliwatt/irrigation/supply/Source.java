package io.milliwatt.irrigation.supply;

import io.milliwatt.irrigation.site.Identifier;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Where a zone's water comes from.
 *
 * @param maximumCubicMetresPerHour that it gives to all open valves together
 * @param maximumCubicMetresPerNight that it gives from noon to noon; empty for no limit
 * @param refill of a well that runs dry; empty for a source that does not
 * @param costPerCubicMetre in the site's currency, without pumping; 0 for own water
 */
public record Source(
        String id,
        String siteId,
        String name,
        Kind kind,
        double maximumCubicMetresPerHour,
        OptionalDouble maximumCubicMetresPerNight,
        Optional<RefillPause> refill,
        double costPerCubicMetre,
        List<Blackout> blackouts) {

    /** What it is. */
    public enum Kind {
        WELL,
        MAINS,
        POND,
        CANAL,
        RIVER;

        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A well gives for so long and must then stand.
     *
     * @param longestRun of pumping without a pause
     * @param pause until it has filled again
     */
    public record RefillPause(Duration longestRun, Duration pause) {
        public RefillPause {
            if (longestRun.compareTo(Duration.ofMinutes(1)) < 0 || pause.compareTo(Duration.ofMinutes(1)) < 0) {
                throw new IllegalArgumentException("The well runs for " + longestRun.toMinutes() + " min and rests for "
                        + pause.toMinutes() + " min; both must be at least one minute.");
            }
        }
    }

    public Source {
        Identifier.require("source", id);
        Identifier.require("site", siteId);
        Identifier.requireName("source", name);
        blackouts = List.copyOf(blackouts);
        if (!(maximumCubicMetresPerHour > 0 && maximumCubicMetresPerHour <= 100_000)) {
            throw new IllegalArgumentException("The source gives " + maximumCubicMetresPerHour
                    + " m³/h; it must be above 0 and at most 100000 m³/h.");
        }
        maximumCubicMetresPerNight.ifPresent(limit -> {
            if (!(limit > 0)) {
                throw new IllegalArgumentException("The source gives " + limit + " m³ a night; it must be above 0.");
            }
        });
        if (!(costPerCubicMetre >= 0 && costPerCubicMetre < 10_000)) {
            throw new IllegalArgumentException(
                    "The water's cost is " + costPerCubicMetre + " for a m³; it must be 0 to below 10000.");
        }
    }
}
