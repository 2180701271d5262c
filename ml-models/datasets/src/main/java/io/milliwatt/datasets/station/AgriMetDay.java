package io.milliwatt.datasets.station;

import java.time.LocalDate;

/**
 * A day of an AgriMet station, in SI units.
 *
 * @param solarMegajoules MJ/m²
 * @param windMetresPerSecond mean at the anemometer's height
 */
public record AgriMetDay(
        LocalDate date,
        double minimumCelsius,
        double maximumCelsius,
        double dewPointCelsius,
        double solarMegajoules,
        double windMetresPerSecond) {}
