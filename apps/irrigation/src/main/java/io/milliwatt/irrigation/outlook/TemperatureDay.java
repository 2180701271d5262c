package io.milliwatt.irrigation.outlook;

import java.time.LocalDate;

/** A day's extremes, measured or forecast, °C. */
public record TemperatureDay(LocalDate date, double minimumCelsius, double maximumCelsius) {}
