package io.milliwatt.irrigation.weather;

import java.time.LocalDate;
import java.util.OptionalDouble;

/**
 * A day as it is expected.
 *
 * @param rainMillimetres if it rains
 * @param rainProbability that it rains, 0 to 1
 * @param dewPointCelsius its mean; empty where nobody tells it
 * @param windMetresPerSecond the strongest hour's at 2 m; empty where nobody tells it
 */
public record ForecastDay(
        LocalDate day,
        double minimumCelsius,
        double maximumCelsius,
        double rainMillimetres,
        double rainProbability,
        double referenceMillimetres,
        OptionalDouble dewPointCelsius,
        OptionalDouble windMetresPerSecond) {

    /** Without humidity and wind, as a climatology tells it. */
    public ForecastDay(
            LocalDate day,
            double minimumCelsius,
            double maximumCelsius,
            double rainMillimetres,
            double rainProbability,
            double referenceMillimetres) {
        this(
                day,
                minimumCelsius,
                maximumCelsius,
                rainMillimetres,
                rainProbability,
                referenceMillimetres,
                OptionalDouble.empty(),
                OptionalDouble.empty());
    }
}
