package io.milliwatt.irrigation.wateruse;

import java.time.LocalDate;

/**
 * One run's water.
 *
 * @param cost in the site's currency, water and energy
 * @param energyKilowattHours of pumping
 */
public record Use(
        LocalDate date,
        String zoneId,
        String sourceId,
        double cubicMetres,
        boolean metered,
        double cost,
        double energyKilowattHours) {}
