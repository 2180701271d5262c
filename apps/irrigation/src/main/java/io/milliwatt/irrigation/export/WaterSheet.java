package io.milliwatt.irrigation.export;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Water used in a time, as it is printed.
 *
 * @param by zone, source or month
 * @param madeAt with the farm's clock in {@code timeZone}
 */
public record WaterSheet(
        String farm,
        LocalDate from,
        LocalDate to,
        String by,
        List<Line> lines,
        Line total,
        String currency,
        Instant madeAt,
        String timeZone) {

    /** @param meteredShare part of the water that a meter counted, 0 to 1 */
    public record Line(
            String name,
            double cubicMetres,
            OptionalDouble millimetres,
            int waterings,
            double meteredShare,
            double cost,
            OptionalDouble energyKilowattHours,
            OptionalDouble percentOfAllocation) {}

    public WaterSheet {
        lines = List.copyOf(lines);
    }
}
