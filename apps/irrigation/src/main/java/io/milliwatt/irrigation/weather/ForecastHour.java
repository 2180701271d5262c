package io.milliwatt.irrigation.weather;

import java.time.Instant;
import java.util.OptionalDouble;

/**
 * An hour as it is expected; what a service does not tell is empty.
 *
 * @param at its beginning
 * @param windMetresPerSecond at 2 m above the ground
 * @param rainMillimetres within the hour
 */
public record ForecastHour(
        Instant at,
        double celsius,
        OptionalDouble dewPointCelsius,
        OptionalDouble windMetresPerSecond,
        OptionalDouble rainMillimetres) {}
