package io.milliwatt.irrigation.adapter.importing;

import io.milliwatt.datasets.farm.FarmQuantity;
import io.milliwatt.dsp.soil.evapotranspiration.Wind;
import io.milliwatt.irrigation.adapter.importing.CheckedFile.Row;
import io.milliwatt.irrigation.site.Site;
import io.milliwatt.irrigation.weather.ReferenceDay;
import io.milliwatt.irrigation.weather.WeatherDay;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** Rows as a site's days of weather: as they stand, or gathered from their hours. */
final class WeatherDays {
    /** A day with fewer hours is none to judge by. */
    private static final int LEAST_HOURS = 20;

    private static final String ORIGIN = "file";

    private WeatherDays() {}

    static List<WeatherDay> ofDays(Site site, List<Row> rows, double windHeightMetres) {
        List<WeatherDay> days = new ArrayList<>();
        for (Row row : rows) {
            if (row.values().keySet().stream().allMatch(quantity -> quantity == FarmQuantity.IRRIGATION)) {
                continue;
            }
            OptionalDouble minimum = row.value(FarmQuantity.AIR_MINIMUM);
            OptionalDouble maximum = row.value(FarmQuantity.AIR_MAXIMUM);
            boolean ordered = minimum.isEmpty() || maximum.isEmpty() || minimum.getAsDouble() <= maximum.getAsDouble();
            days.add(reckoned(
                    site,
                    new WeatherDay(
                            site.dateAt(row.at()),
                            ordered ? minimum : OptionalDouble.empty(),
                            ordered ? maximum : OptionalDouble.empty(),
                            humidity(row, FarmQuantity.HUMIDITY_MINIMUM),
                            humidity(row, FarmQuantity.HUMIDITY_MAXIMUM),
                            row.value(FarmQuantity.DEW_POINT),
                            wind(row.value(FarmQuantity.WIND), windHeightMetres),
                            row.value(FarmQuantity.RAIN),
                            row.value(FarmQuantity.SOLAR),
                            row.value(FarmQuantity.REFERENCE),
                            List.of(),
                            ORIGIN)));
        }
        return days;
    }

    static List<WeatherDay> ofHours(Site site, List<Row> rows, double windHeightMetres) {
        TreeMap<LocalDate, List<Row>> byDay = new TreeMap<>();
        rows.forEach(row -> byDay.computeIfAbsent(site.dateAt(row.at()), date -> new ArrayList<>())
                .add(row));
        List<WeatherDay> days = new ArrayList<>();
        byDay.forEach((date, hours) -> {
            long told = hours.stream()
                    .filter(row -> row.value(FarmQuantity.AIR).isPresent())
                    .map(row -> site.localTime(row.at()).getHour())
                    .distinct()
                    .count();
            if (told >= LEAST_HOURS) {
                days.add(reckoned(
                        site,
                        new WeatherDay(
                                date,
                                least(hours, FarmQuantity.AIR),
                                greatest(hours, FarmQuantity.AIR),
                                least(hours, FarmQuantity.HUMIDITY),
                                greatest(hours, FarmQuantity.HUMIDITY),
                                mean(hours, FarmQuantity.DEW_POINT),
                                wind(mean(hours, FarmQuantity.WIND), windHeightMetres),
                                sum(hours, FarmQuantity.RAIN),
                                sum(hours, FarmQuantity.SOLAR),
                                OptionalDouble.empty(),
                                List.of(),
                                ORIGIN)));
            }
        });
        return days;
    }

    /** The file's own reference, where it tells one, else by what was measured. */
    private static WeatherDay reckoned(Site site, WeatherDay day) {
        return day.referenceMillimetres().isPresent() ? day : ReferenceDay.reckon(site, day);
    }

    private static OptionalDouble humidity(Row row, FarmQuantity extreme) {
        OptionalDouble known = row.value(extreme);
        return known.isPresent() ? known : row.value(FarmQuantity.HUMIDITY);
    }

    private static OptionalDouble wind(OptionalDouble measured, double heightMetres) {
        return measured.isEmpty()
                ? measured
                : OptionalDouble.of(Wind.best(measured, heightMetres).metresPerSecondAtTwoMetres());
    }

    private static OptionalDouble least(List<Row> hours, FarmQuantity quantity) {
        return hours.stream()
                .flatMapToDouble(row -> row.value(quantity).stream())
                .min();
    }

    private static OptionalDouble greatest(List<Row> hours, FarmQuantity quantity) {
        return hours.stream()
                .flatMapToDouble(row -> row.value(quantity).stream())
                .max();
    }

    private static OptionalDouble mean(List<Row> hours, FarmQuantity quantity) {
        return hours.stream()
                .flatMapToDouble(row -> row.value(quantity).stream())
                .average();
    }

    private static OptionalDouble sum(List<Row> hours, FarmQuantity quantity) {
        return hours.stream().anyMatch(row -> row.value(quantity).isPresent())
                ? OptionalDouble.of(hours.stream()
                        .flatMapToDouble(row -> row.value(quantity).stream())
                        .sum())
                : OptionalDouble.empty();
    }
}
