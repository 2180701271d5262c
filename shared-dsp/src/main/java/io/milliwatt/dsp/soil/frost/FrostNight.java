package io.milliwatt.dsp.soil.frost;

/**
 * A past night of radiation frost: clear and calm.
 *
 * @param celsiusAfterSunset two hours after sunset
 * @param dewPointAfterSunset two hours after sunset, °C
 * @param minimumCelsius before the next sunrise
 */
public record FrostNight(double celsiusAfterSunset, double dewPointAfterSunset, double minimumCelsius) {}
