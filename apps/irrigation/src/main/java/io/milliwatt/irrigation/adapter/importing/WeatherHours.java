package io.milliwatt.irrigation.adapter.importing;

import io.milliwatt.datasets.farm.FarmQuantity;
import io.milliwatt.dsp.soil.evapotranspiration.VapourPressure;
import io.milliwatt.irrigation.adapter.db.WeatherTable;
import io.milliwatt.irrigation.adapter.importing.CheckedFile.Row;
import io.milliwatt.irrigation.site.Site;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SortedSet;
import java.util.TreeSet;

/** Rows of hours, or of less, as a site's weather. */
final class WeatherHours {

    private static final double PERCENT = 100;

    private WeatherHours() {}

    static List<WeatherTable.Hour> of(List<Row> rows, double windHeightMetres) {
        return rows.stream()
                .filter(row -> !row.values().isEmpty())
                .map(row -> new WeatherTable.Hour(
                        row.at(),
                        row.value(FarmQuantity.AIR),
                        humidity(row),
                        WeatherDays.wind(row.value(FarmQuantity.WIND), windHeightMetres),
                        row.value(FarmQuantity.RAIN),
                        row.value(FarmQuantity.SOLAR)))
                .toList();
    }

    /** The days of which these rows tell something: a row of midnight also of the day that ends. */
    static SortedSet<LocalDate> days(Site site, List<WeatherTable.Hour> hours) {
        SortedSet<LocalDate> days = new TreeSet<>();
        for (WeatherTable.Hour hour : hours) {
            days.add(site.dateAt(hour.at()));
            days.add(site.dateAt(hour.at().minusMillis(1)));
        }
        return days;
    }

    /** As measured, or from the dew point. */
    private static OptionalDouble humidity(Row row) {
        OptionalDouble dewPoint = row.value(FarmQuantity.DEW_POINT);
        OptionalDouble air = row.value(FarmQuantity.AIR);
        if (row.value(FarmQuantity.HUMIDITY).isPresent() || dewPoint.isEmpty() || air.isEmpty()) {
            return row.value(FarmQuantity.HUMIDITY);
        }
        return OptionalDouble.of(Math.min(
                PERCENT,
                PERCENT
                        * VapourPressure.saturation(dewPoint.getAsDouble())
                        / VapourPressure.saturation(air.getAsDouble())));
    }
}
