package io.milliwatt.irrigation.weather;

import java.time.LocalDate;

/**
 * A day as it is expected.
 *
 * @param rainMillimetres if it rains
 * @param rainProbability that it rains, 0 to 1
 */
public record ForecastDay(
        LocalDate day,
        double minimumCelsius,
        double maximumCelsius,
        double rainMillimetres,
        double rainProbability,
        double referenceMillimetres) {}
