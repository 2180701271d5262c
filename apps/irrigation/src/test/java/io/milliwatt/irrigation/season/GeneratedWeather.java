package io.milliwatt.irrigation.season;

import io.milliwatt.irrigation.weather.WeatherDay;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;

/** Years of a warm, dry place by a seed: evapotranspiration follows the sun and the day before, rain comes seldom and most of it in spring. */
final class GeneratedWeather {
    private static final double YEAR_DAYS = 365.25;

    private GeneratedWeather() {}

    /** Every day from one date to another, both included. */
    static List<WeatherDay> days(LocalDate from, LocalDate to, long seed) {
        Random random = new Random(seed);
        List<WeatherDay> days = new ArrayList<>();
        double off = 0;
        for (LocalDate date = from; !date.isAfter(to); date = date.plusDays(1)) {
            double season = -Math.cos(2 * Math.PI * (date.getDayOfYear() - 15) / YEAR_DAYS);
            off = 0.7 * off + 0.7 * random.nextGaussian();
            boolean wet = random.nextDouble() < 0.1 - 0.07 * season;
            double rain = wet ? -8 * Math.log(1 - random.nextDouble()) : 0;
            double reference = Math.clamp(4 + 2.8 * season + off - (wet ? 1.5 : 0), 0.5, 11);
            days.add(day(date, reference, rain));
        }
        return days;
    }

    private static WeatherDay day(LocalDate date, double reference, double rain) {
        return new WeatherDay(
                date,
                OptionalDouble.of(12),
                OptionalDouble.of(30),
                OptionalDouble.of(35),
                OptionalDouble.of(85),
                OptionalDouble.empty(),
                OptionalDouble.of(2.4),
                OptionalDouble.of(rain),
                OptionalDouble.empty(),
                OptionalDouble.of(reference),
                List.of(),
                "generated");
    }
}
