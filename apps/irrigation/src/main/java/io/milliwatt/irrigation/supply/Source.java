package io.milliwatt.irrigation.supply;

import io.milliwatt.irrigation.reason.Setting;
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
        private static final double LONGEST_MINUTES = Duration.ofDays(7).toMinutes();

        public RefillPause {
            Setting.WELL_MINUTES.require(longestRun.toMinutes(), 1, LONGEST_MINUTES);
            Setting.WELL_MINUTES.require(pause.toMinutes(), 1, LONGEST_MINUTES);
        }
    }

    public Source {
        Identifier.require("source", id);
        Identifier.require("site", siteId);
        Identifier.requireName("source", name);
        blackouts = List.copyOf(blackouts);
        Setting.SOURCE_FLOW.requireAbove(maximumCubicMetresPerHour, 0, 100_000);
        maximumCubicMetresPerNight.ifPresent(limit -> Setting.WATER_A_NIGHT.requireAbove(limit, 0, 10_000_000));
        Setting.WATER_COST.require(costPerCubicMetre, 0, 10_000);
    }
}
