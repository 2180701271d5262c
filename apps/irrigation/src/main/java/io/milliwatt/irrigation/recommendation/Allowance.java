package io.milliwatt.irrigation.recommendation;

import io.milliwatt.irrigation.zone.Zone;
import java.time.LocalDate;

/** What a zone's allocation still gives. */
public final class Allowance {
    private Allowance() {}

    static double leftMillimetres(Zone zone, LocalDate date, Surroundings around) {
        return leftMillimetres(zone, date, around.allocationUsedMillimetres());
    }

    /**
     * Gross mm; without end where no allocation covers the date.
     *
     * @param used of the allocation, gross mm
     */
    public static double leftMillimetres(Zone zone, LocalDate date, double used) {
        return zone.allocation()
                .filter(allocation -> allocation.covers(date))
                .map(allocation -> Math.max(0, allocation.limitMillimetres(zone.areaHectares()) - used))
                .orElse(Double.POSITIVE_INFINITY);
    }

    /** What is used, in per cent of the limit. */
    static double usedPercent(Zone zone, Surroundings around) {
        return 100
                * around.allocationUsedMillimetres()
                / zone.allocation().orElseThrow().limitMillimetres(zone.areaHectares());
    }
}
