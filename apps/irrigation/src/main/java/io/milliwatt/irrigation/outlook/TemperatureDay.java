package io.milliwatt.irrigation.outlook;

import java.time.LocalDate;

/**
 * A day's extremes as they were measured, °C.
 *
 * @param byNode by the air sensor of a soil node, since the station tells nothing of the day
 */
public record TemperatureDay(LocalDate date, double minimumCelsius, double maximumCelsius, boolean byNode) {}
