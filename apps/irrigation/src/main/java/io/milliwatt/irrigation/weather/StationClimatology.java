package io.milliwatt.irrigation.weather;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * What this time of the year usually brings here, by the station's own past: the mean of the days within ten of the same date in the years that are
 * known, and where there is no earlier year, of the last fourteen days. It knows nothing of the weather that comes, and says so.
 */
public final class StationClimatology {

    private static final int AROUND_DAYS = 10;
    private static final int RECENT_DAYS = 14;
    private static final int LEAST_DAYS = 5;
    private static final double WET_DAY_MILLIMETRES = 0.5;

    /** The days from today on; empty without enough of a past. */
    public Optional<Forecast> forecast(List<WeatherDay> past, LocalDate today, int days) {
        List<ForecastDay> expected = new ArrayList<>();
        int years = years(past, today);
        for (int i = 0; i < days; i++) {
            Optional<ForecastDay> day = usual(past, today, today.plusDays(i));
            if (day.isEmpty()) {
                return Optional.empty();
            }
            expected.add(day.get());
        }
        return Optional.of(new Forecast(Forecast.Origin.CLIMATOLOGY, today, years, expected));
    }

    private static int years(List<WeatherDay> past, LocalDate today) {
        return (int) past.stream()
                .map(day -> day.day().getYear())
                .filter(year -> year < today.getYear())
                .distinct()
                .count();
    }

    private static Optional<ForecastDay> usual(List<WeatherDay> past, LocalDate today, LocalDate date) {
        List<WeatherDay> like = past.stream()
                .filter(day -> day.day().isBefore(today.minusDays(AROUND_DAYS)) && isAround(day.day(), date))
                .toList();
        if (like.size() < LEAST_DAYS) {
            like = past.stream()
                    .filter(day -> day.day().isBefore(today) && !day.day().isBefore(today.minusDays(RECENT_DAYS)))
                    .toList();
        }
        OptionalDouble reference = mean(like, WeatherDay::referenceMillimetres);
        OptionalDouble minimum = mean(like, WeatherDay::minimumCelsius);
        OptionalDouble maximum = mean(like, WeatherDay::maximumCelsius);
        if (like.size() < LEAST_DAYS || reference.isEmpty() || minimum.isEmpty() || maximum.isEmpty()) {
            return Optional.empty();
        }
        List<Double> rains = like.stream()
                .filter(day -> day.rainMillimetres().isPresent())
                .map(day -> day.rainMillimetres().getAsDouble())
                .toList();
        List<Double> wet =
                rains.stream().filter(rain -> rain >= WET_DAY_MILLIMETRES).toList();
        double probability = rains.isEmpty() ? 0 : (double) wet.size() / rains.size();
        double amount = wet.stream().mapToDouble(Double::doubleValue).average().orElse(0);
        return Optional.of(new ForecastDay(
                date, minimum.getAsDouble(), maximum.getAsDouble(), amount, probability, reference.getAsDouble()));
    }

    private static boolean isAround(LocalDate day, LocalDate date) {
        long apart = Math.abs(ChronoUnit.DAYS.between(day, sameDate(date, day.getYear())));
        return Math.min(apart, 365 - Math.min(365, apart)) <= AROUND_DAYS;
    }

    private static LocalDate sameDate(LocalDate date, int year) {
        return LocalDate.ofYearDay(year, Math.min(365, date.getDayOfYear()));
    }

    private static OptionalDouble mean(List<WeatherDay> days, Function<WeatherDay, OptionalDouble> value) {
        return days.stream()
                .map(value)
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .average();
    }
}
