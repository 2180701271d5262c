package io.milliwatt.datasets.station;

import java.time.LocalDate;
import java.util.OptionalDouble;

/**
 * A day of a REF-ET run; results in mm.
 *
 * @param solarMegajoules MJ/m²
 * @param windMetresPerSecond at the anemometer's height
 * @param tallAsce ASCE standardized, lucerne
 * @param shortAsce ASCE standardized, grass
 * @param shortFao56 FAO-56, where the run asked for it
 */
public record RefEtDay(
        LocalDate date,
        double maximumCelsius,
        double minimumCelsius,
        double solarMegajoules,
        double windMetresPerSecond,
        double dewPointCelsius,
        double tallAsce,
        double shortAsce,
        OptionalDouble shortFao56) {}
