package io.milliwatt.irrigation.adapter.importing;

import io.milliwatt.datasets.farm.FarmQuantity;
import io.milliwatt.dsp.soil.evapotranspiration.Wind;
import io.milliwatt.irrigation.adapter.importing.CheckedFile.Row;
import io.milliwatt.irrigation.site.Site;
import io.milliwatt.irrigation.weather.ReferenceDay;
import io.milliwatt.irrigation.weather.WeatherDay;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Rows of days as a site's days of weather. */
final class WeatherDays {

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

    /** The file's own reference, where it tells one, else by what was measured. */
    private static WeatherDay reckoned(Site site, WeatherDay day) {
        return day.referenceMillimetres().isPresent() ? day : ReferenceDay.reckon(site, day);
    }

    private static OptionalDouble humidity(Row row, FarmQuantity extreme) {
        OptionalDouble known = row.value(extreme);
        return known.isPresent() ? known : row.value(FarmQuantity.HUMIDITY);
    }

    static OptionalDouble wind(OptionalDouble measured, double heightMetres) {
        return measured.isEmpty()
                ? measured
                : OptionalDouble.of(Wind.best(measured, heightMetres).metresPerSecondAtTwoMetres());
    }
}
