package io.milliwatt.irrigation.wateruse;

import java.util.OptionalDouble;

/**
 * The uses of one zone, source or month together.
 *
 * @param id of zone or source, or a month such as {@code 2026-06}
 * @param millimetres over the zones that took part
 * @param meteredShare of the volume that a flow meter counted, 0 to 1
 * @param percentOfAllocation empty without an allocation
 */
public record UseRow(
        String id,
        double cubicMetres,
        double millimetres,
        int runs,
        double meteredShare,
        double cost,
        double energyKilowattHours,
        OptionalDouble percentOfAllocation) {}
