package io.milliwatt.irrigation.adapter.forecast;

import io.milliwatt.datasets.farm.FarmQuantity;
import io.milliwatt.irrigation.reason.Reason;
import io.milliwatt.irrigation.reason.ReasonCode;
import io.milliwatt.irrigation.site.Site;
import io.milliwatt.irrigation.weather.ForecastDay;
import io.milliwatt.irrigation.weather.ReferenceDay;
import io.milliwatt.irrigation.weather.WeatherDay;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.DoubleStream;

/**
 * A day as a service tells it, with what its hours say beside it.
 *
 * @param windMetresPerSecond strongest at 10 m
 * @param rainProbability 0 to 1
 * @param solarMegajoules MJ/m²
 * @param hours of the day that are told
 */
record ToldDay(
        LocalDate day,
        OptionalDouble minimumCelsius,
        OptionalDouble maximumCelsius,
        OptionalDouble rainMillimetres,
        OptionalDouble rainProbability,
        OptionalDouble windMetresPerSecond,
        OptionalDouble solarMegajoules,
        List<ToldHour> hours) {

    /** What a service says that tells an amount and no probability is believed half; our own choice. */
    private static final double UNTOLD_PROBABILITY = 0.5;

    /** With fewer hours told nothing is said of the day's humidity and wind. */
    private static final int LEAST_HOURS = 20;

    /** Only of hours, as many as there are. */
    static ToldDay ofHours(LocalDate day, List<ToldHour> hours) {
        return new ToldDay(
                day,
                celsius(hours).min(),
                celsius(hours).max(),
                of(hours, ToldHour::rainMillimetres).reduce(Double::sum),
                of(hours, ToldHour::rainProbability).max(),
                of(hours, ToldHour::windMetresPerSecond).max(),
                OptionalDouble.empty(),
                hours);
    }

    boolean isTold() {
        return minimumCelsius.isPresent() && maximumCelsius.isPresent() && rainMillimetres.isPresent();
    }

    /** @throws AnswerFault where temperatures or rain are not told or cannot be */
    ForecastDay expected(Site site) throws AnswerFault {
        String when = day.toString();
        double minimum = AnswerCheck.needed(FarmQuantity.AIR_MINIMUM, minimumCelsius, when);
        double maximum = AnswerCheck.needed(FarmQuantity.AIR_MAXIMUM, maximumCelsius, when);
        double rain = AnswerCheck.needed(FarmQuantity.RAIN, rainMillimetres, when);
        if (minimum > maximum) {
            throw new AnswerFault(Reason.of(ReasonCode.FORECAST_IMPOSSIBLE)
                    .with("quantity", "minimum temperature above the maximum")
                    .with("value", minimum)
                    .with("day", when));
        }
        boolean whole = hours.size() >= LEAST_HOURS;
        OptionalDouble dewPoint = whole ? of(hours, ToldHour::dewPointCelsius).average() : OptionalDouble.empty();
        OptionalDouble meanWind =
                whole ? of(hours, ToldHour::windMetresPerSecond).average() : OptionalDouble.empty();
        OptionalDouble none = OptionalDouble.empty();
        double reference = ReferenceDay.reckon(
                        site,
                        new WeatherDay(
                                day,
                                OptionalDouble.of(minimum),
                                OptionalDouble.of(maximum),
                                none,
                                none,
                                dewPoint,
                                ToldHour.atTwoMetres(meanWind),
                                none,
                                AnswerCheck.possible(FarmQuantity.SOLAR, solarMegajoules, when),
                                none,
                                List.of(),
                                "forecast"))
                .referenceMillimetres()
                .orElseThrow();
        OptionalDouble wind = AnswerCheck.possible(FarmQuantity.WIND, windMetresPerSecond, when);
        return new ForecastDay(
                day,
                minimum,
                maximum,
                rain,
                Math.clamp(rainProbability.orElse(rain > 0 ? UNTOLD_PROBABILITY : 0), 0, 1),
                reference,
                dewPoint,
                ToldHour.atTwoMetres(wind));
    }

    private static DoubleStream celsius(List<ToldHour> hours) {
        return hours.stream().mapToDouble(ToldHour::celsius);
    }

    private static DoubleStream of(List<ToldHour> hours, Function<ToldHour, OptionalDouble> value) {
        return hours.stream().map(value).flatMapToDouble(OptionalDouble::stream);
    }
}
