package io.milliwatt.datasets.station;

import java.time.LocalDate;

/**
 * An hour of a REF-ET run; results in mm.
 *
 * @param hour the one that ends then, in the station's standard time, 0 to 23; 0 closes the day before
 * @param solarWatts mean, W/m²
 * @param windMetresPerSecond at the anemometer's height
 * @param tallAsce ASCE standardized, lucerne
 * @param shortAsce ASCE standardized, grass
 */
public record RefEtHour(
        LocalDate date,
        int hour,
        double celsius,
        double solarWatts,
        double windMetresPerSecond,
        double dewPointCelsius,
        double tallAsce,
        double shortAsce) {}
