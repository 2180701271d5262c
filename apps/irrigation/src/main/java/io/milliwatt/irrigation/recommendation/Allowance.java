package io.milliwatt.irrigation.recommendation;

import io.milliwatt.irrigation.zone.Zone;
import java.time.LocalDate;

/** What a zone's allocation still gives. */
final class Allowance {
    private Allowance() {}

    /** Gross mm; without end where no allocation covers the date. */
    static double leftMillimetres(Zone zone, LocalDate date, Surroundings around) {
        return zone.allocation()
                .filter(allocation -> allocation.covers(date))
                .map(allocation -> Math.max(
                        0, allocation.limitMillimetres(zone.areaHectares()) - around.allocationUsedMillimetres()))
                .orElse(Double.POSITIVE_INFINITY);
    }

    /** What is used, in per cent of the limit. */
    static double usedPercent(Zone zone, Surroundings around) {
        return 100
                * around.allocationUsedMillimetres()
                / zone.allocation().orElseThrow().limitMillimetres(zone.areaHectares());
    }
}
