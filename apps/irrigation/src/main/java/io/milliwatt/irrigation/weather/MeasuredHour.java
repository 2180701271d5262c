package io.milliwatt.irrigation.weather;

import java.time.Instant;
import java.util.OptionalDouble;

/**
 * A row of a station, of an hour or less; what was not measured is empty.
 *
 * @param at when the row was written: temperature, humidity and wind are those of this moment, rain and sun came since the row before
 * @param windMetresPerSecond at 2 m
 * @param solarMegajoules MJ/m² since the row before
 */
public record MeasuredHour(
        Instant at,
        OptionalDouble temperatureCelsius,
        OptionalDouble humidityPercent,
        OptionalDouble windMetresPerSecond,
        OptionalDouble rainMillimetres,
        OptionalDouble solarMegajoules) {}
