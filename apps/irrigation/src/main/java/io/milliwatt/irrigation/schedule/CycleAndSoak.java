package io.milliwatt.irrigation.schedule;

import io.milliwatt.irrigation.zone.Zone;
import java.time.Duration;
import java.util.Optional;

/**
 * How water is given faster than the soil takes it in: until the surface holds no more, then a pause until it is dry again.
 *
 * @param longestCycle with the valve open
 * @param soak between two cycles
 */
public record CycleAndSoak(Duration longestCycle, Duration soak) {

    /** Water that stands in the unevenness of nearly level ground without running off, mm. */
    private static final double SURFACE_STORAGE = 5;

    private static final double SECONDS_PER_HOUR = 3600;

    public CycleAndSoak {
        if (longestCycle.compareTo(Duration.ofMinutes(1)) < 0 || soak.isNegative()) {
            throw new IllegalArgumentException("A cycle lasts " + longestCycle.toSeconds() + " s with a soak of "
                    + soak.toSeconds() + " s; it must be at least a minute, and the soak not negative.");
        }
    }

    /** By the zone's rate and its soil's intake; empty where the soil keeps up, or is not known. */
    public static Optional<CycleAndSoak> of(Zone zone) {
        return zone.soil().flatMap(soil -> {
            double rate = zone.method().rateOnWettedGround(zone.areaHectares());
            double intake = soil.intakeMillimetresPerHour();
            if (rate <= intake) {
                return Optional.empty();
            }
            // Whole minutes: down for the cycle, up for the soak, so that rounding never lets water stand.
            long cycle = (long) Math.max(1, Math.floor(60 * SURFACE_STORAGE / (rate - intake)));
            double standing = (rate - intake) * cycle / 60;
            return Optional.of(new CycleAndSoak(
                    Duration.ofMinutes(cycle), Duration.ofMinutes((long) Math.ceil(60 * standing / intake))));
        });
    }

    /** mm that stand on the ground at a cycle's end, for the zone's rate. */
    public double standingMillimetres(Zone zone) {
        double surplus = zone.method().rateOnWettedGround(zone.areaHectares())
                - zone.soil().orElseThrow().intakeMillimetresPerHour();
        return Math.max(0, surplus) * longestCycle.toSeconds() / SECONDS_PER_HOUR;
    }
}
