package io.milliwatt.irrigation.adapter.forecast;

import io.milliwatt.dsp.soil.evapotranspiration.Wind;
import io.milliwatt.irrigation.weather.ForecastHour;
import java.time.Instant;
import java.util.OptionalDouble;

/**
 * An hour as a service tells it.
 *
 * @param windMetresPerSecond at 10 m, as services tell it
 * @param rainProbability 0 to 1
 */
record ToldHour(
        Instant at,
        double celsius,
        OptionalDouble dewPointCelsius,
        OptionalDouble windMetresPerSecond,
        OptionalDouble rainMillimetres,
        OptionalDouble rainProbability) {

    private static final double TOLD_HEIGHT_METRES = 10;

    ForecastHour hour() {
        return new ForecastHour(at, celsius, dewPointCelsius, atTwoMetres(windMetresPerSecond), rainMillimetres);
    }

    /** By FAO-56 eq. 47. */
    static OptionalDouble atTwoMetres(OptionalDouble windAtTen) {
        return windAtTen.isEmpty()
                ? windAtTen
                : OptionalDouble.of(Wind.best(windAtTen, TOLD_HEIGHT_METRES).metresPerSecondAtTwoMetres());
    }
}
