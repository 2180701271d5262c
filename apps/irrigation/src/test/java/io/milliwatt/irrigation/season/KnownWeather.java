package io.milliwatt.irrigation.season;

import io.milliwatt.irrigation.weather.ForecastDay;
import io.milliwatt.irrigation.weather.StationClimatology;
import io.milliwatt.irrigation.weather.StationYears;
import io.milliwatt.irrigation.weather.WeatherDay;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Generated years as they stand on each evening. Kept, since every season under the same weather asks for the same evenings. */
final class KnownWeather {
    private static final Map<Long, KnownWeather> BY_SEED = new HashMap<>();

    private final List<WeatherDay> days;
    private final Map<LocalDate, Evening> evenings = new HashMap<>();

    /**
     * @param years all that was measured before the day
     * @param expected what is usual, from the day on
     */
    record Evening(StationYears years, List<ForecastDay> expected) {}

    private KnownWeather(long seed) {
        days = GeneratedWeather.days(LocalDate.of(2018, 1, 1), LocalDate.of(2026, 12, 31), seed);
    }

    static KnownWeather of(long seed) {
        return BY_SEED.computeIfAbsent(seed, KnownWeather::new);
    }

    Evening evening(LocalDate today, int forecastDays) {
        return evenings.computeIfAbsent(today, date -> {
            List<WeatherDay> past =
                    days.stream().filter(day -> day.day().isBefore(date)).toList();
            return new Evening(
                    StationYears.of(past),
                    new StationClimatology()
                            .forecast(past, date, forecastDays)
                            .orElseThrow()
                            .days());
        });
    }

    WeatherDay day(LocalDate date) {
        return days.stream().filter(day -> day.day().equals(date)).findFirst().orElseThrow();
    }
}
