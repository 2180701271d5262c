package io.milliwatt.irrigation.adapter.db;

import io.milliwatt.irrigation.site.Site;
import io.milliwatt.irrigation.weather.Forecast;
import io.milliwatt.irrigation.weather.ForecastDay;
import io.milliwatt.irrigation.weather.ForecastHour;
import io.milliwatt.irrigation.weather.MeasuredHour;
import io.milliwatt.irrigation.weather.SummedDay;
import io.milliwatt.irrigation.weather.WeatherDay;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** A site's weather: hours and days as measured, and days as forecast, which are never overwritten. */
@ApplicationScoped
public class WeatherTable {

    private final Jdbi jdbi;
    private final Map<String, Long> revisions = new ConcurrentHashMap<>();

    WeatherTable(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** An hour as it was measured; what was not is empty. */
    public record Hour(
            Instant at,
            OptionalDouble temperatureCelsius,
            OptionalDouble humidityPercent,
            OptionalDouble windMetresPerSecond,
            OptionalDouble rainMillimetres,
            OptionalDouble solarMegajoules) {

        MeasuredHour measured() {
            return new MeasuredHour(
                    at, temperatureCelsius, humidityPercent, windMetresPerSecond, rainMillimetres, solarMegajoules);
        }
    }

    /** A day as it was forecast, and when. */
    public record Forecasted(LocalDate madeOn, Instant madeAt, String origin, ForecastDay day) {

        public boolean byProvider() {
            return origin.equals(Forecast.Origin.PROVIDER.label());
        }
    }

    public void putHours(Handle handle, String siteId, String origin, List<Hour> hours) {
        if (hours.isEmpty()) {
            return;
        }
        var batch = handle.prepareBatch("INSERT INTO weather_hour AS known (site_id, at, temperature_celsius,"
                + " humidity_percent, wind_metres_per_second, rain_millimetres, solar_megajoules, origin) VALUES (:site,"
                + " :at, :temperature, :humidity, :wind, :rain, :solar, :origin) ON CONFLICT (site_id, at) DO UPDATE SET"
                + " temperature_celsius = coalesce(excluded.temperature_celsius, known.temperature_celsius),"
                + " humidity_percent = coalesce(excluded.humidity_percent, known.humidity_percent),"
                + " wind_metres_per_second = coalesce(excluded.wind_metres_per_second, known.wind_metres_per_second),"
                + " rain_millimetres = coalesce(excluded.rain_millimetres, known.rain_millimetres),"
                + " solar_megajoules = coalesce(excluded.solar_megajoules, known.solar_megajoules),"
                + " origin = excluded.origin");
        hours.forEach(hour -> batch.bind("site", siteId)
                .bind("at", hour.at())
                .bind("temperature", boxed(hour.temperatureCelsius()))
                .bind("humidity", boxed(hour.humidityPercent()))
                .bind("wind", boxed(hour.windMetresPerSecond()))
                .bind("rain", boxed(hour.rainMillimetres()))
                .bind("solar", boxed(hour.solarMegajoules()))
                .bind("origin", origin)
                .add());
        batch.execute();
    }

    public List<Hour> hours(String siteId, Instant from, Instant to) {
        return jdbi.withHandle(handle -> hours(handle, siteId, from, to));
    }

    private static List<Hour> hours(Handle handle, String siteId, Instant from, Instant to) {
        return handle.createQuery(
                        "SELECT * FROM weather_hour WHERE site_id = :site AND at >= :from AND at < :to ORDER BY at")
                .bind("site", siteId)
                .bind("from", from)
                .bind("to", to)
                .map((row, context) -> new Hour(
                        row.getTimestamp("at").toInstant(),
                        number(row, "temperature_celsius"),
                        number(row, "humidity_percent"),
                        number(row, "wind_metres_per_second"),
                        number(row, "rain_millimetres"),
                        number(row, "solar_megajoules")))
                .list();
    }

    /** Sums days anew from all their hours, also those that came earlier; a day that a file told as a day stays as it was told. */
    public void sumDays(Handle handle, Site site, SortedSet<LocalDate> dates) {
        if (dates.isEmpty()) {
            return;
        }
        List<MeasuredHour> rows = hours(
                        handle,
                        site.id(),
                        site.startOf(dates.first()),
                        site.startOf(dates.last().plusDays(1)).plusSeconds(1))
                .stream()
                .map(Hour::measured)
                .toList();
        Map<LocalDate, List<MeasuredHour>> byDay = new HashMap<>();
        for (MeasuredHour row : rows) {
            LocalDate date = site.dateAt(row.at());
            byDay.computeIfAbsent(date, of -> new ArrayList<>()).add(row);
            if (row.at().equals(site.startOf(date))) {
                byDay.computeIfAbsent(date.minusDays(1), of -> new ArrayList<>())
                        .add(row);
            }
        }
        Set<LocalDate> told = daysNotSummed(handle, site.id(), dates);
        putDays(
                handle,
                site.id(),
                dates.stream()
                        .filter(date -> !told.contains(date))
                        .flatMap(date -> SummedDay.of(site, date, byDay.getOrDefault(date, List.of())).stream())
                        .toList());
    }

    private static Set<LocalDate> daysNotSummed(Handle handle, String siteId, SortedSet<LocalDate> dates) {
        return Set.copyOf(handle.createQuery("SELECT day FROM weather_day WHERE site_id = :site AND day >= :from"
                        + " AND day <= :to AND origin <> :summed")
                .bind("site", siteId)
                .bind("from", dates.first())
                .bind("to", dates.last())
                .bind("summed", SummedDay.ORIGIN)
                .mapTo(LocalDate.class)
                .list());
    }

    public void putDays(Handle handle, String siteId, List<WeatherDay> days) {
        if (days.isEmpty()) {
            return;
        }
        var batch = handle.prepareBatch("INSERT INTO weather_day (site_id, day, minimum_celsius, maximum_celsius,"
                + " minimum_humidity_percent, maximum_humidity_percent, dew_point_celsius, wind_metres_per_second,"
                + " rain_millimetres, solar_megajoules, reference_millimetres, missing, origin) VALUES (:site, :day,"
                + " :minimum, :maximum, :driest, :dampest, :dew, :wind, :rain, :solar, :reference, :missing, :origin)"
                + " ON CONFLICT (site_id, day) DO UPDATE SET minimum_celsius = excluded.minimum_celsius,"
                + " maximum_celsius = excluded.maximum_celsius, minimum_humidity_percent = excluded.minimum_humidity_percent,"
                + " maximum_humidity_percent = excluded.maximum_humidity_percent, dew_point_celsius = excluded.dew_point_celsius,"
                + " wind_metres_per_second = excluded.wind_metres_per_second, rain_millimetres = excluded.rain_millimetres,"
                + " solar_megajoules = excluded.solar_megajoules, reference_millimetres = excluded.reference_millimetres,"
                + " missing = excluded.missing, origin = excluded.origin");
        days.forEach(day -> batch.bind("site", siteId)
                .bind("day", day.day())
                .bind("minimum", boxed(day.minimumCelsius()))
                .bind("maximum", boxed(day.maximumCelsius()))
                .bind("driest", boxed(day.minimumHumidityPercent()))
                .bind("dampest", boxed(day.maximumHumidityPercent()))
                .bind("dew", boxed(day.dewPointCelsius()))
                .bind("wind", boxed(day.windMetresPerSecond()))
                .bind("rain", boxed(day.rainMillimetres()))
                .bind("solar", boxed(day.solarMegajoules()))
                .bind("reference", boxed(day.referenceMillimetres()))
                .bind("missing", day.missing().toArray(String[]::new))
                .bind("origin", day.origin())
                .add());
        batch.execute();
        revisions.merge(siteId, 1L, Long::sum);
    }

    /** Grows when this server writes down days of a site. */
    public long revision(String siteId) {
        return revisions.getOrDefault(siteId, 0L);
    }

    /** From the oldest. */
    public List<WeatherDay> days(String siteId, LocalDate from, LocalDate to) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT * FROM weather_day WHERE site_id = :site AND day >= :from AND day <= :to ORDER BY day")
                .bind("site", siteId)
                .bind("from", from)
                .bind("to", to)
                .map((row, context) -> day(row))
                .list());
    }

    /** Added to what was said before, which stays; hours of a newer word take the place of older ones. */
    public void putForecast(Handle handle, String siteId, Forecast forecast, Instant madeAt) {
        var batch = handle.prepareBatch("INSERT INTO weather_forecast (site_id, made_on, made_at, day, origin,"
                + " minimum_celsius, maximum_celsius, rain_millimetres, rain_probability, reference_millimetres,"
                + " dew_point_celsius, wind_metres_per_second) VALUES (:site, :made, :at, :day, :origin, :minimum,"
                + " :maximum, :rain, :probability, :reference, :dew, :wind) ON CONFLICT DO NOTHING");
        forecast.days()
                .forEach(day -> batch.bind("site", siteId)
                        .bind("made", forecast.madeOn())
                        .bind("at", madeAt)
                        .bind("day", day.day())
                        .bind("origin", forecast.origin().label())
                        .bind("minimum", day.minimumCelsius())
                        .bind("maximum", day.maximumCelsius())
                        .bind("rain", day.rainMillimetres())
                        .bind("probability", day.rainProbability())
                        .bind("reference", day.referenceMillimetres())
                        .bind("dew", boxed(day.dewPointCelsius()))
                        .bind("wind", boxed(day.windMetresPerSecond()))
                        .add());
        batch.execute();
        putForecastHours(handle, siteId, forecast, madeAt);
    }

    private void putForecastHours(Handle handle, String siteId, Forecast forecast, Instant madeAt) {
        if (forecast.hours().isEmpty()) {
            return;
        }
        forgetForecastHours(handle, siteId);
        var batch = handle.prepareBatch("INSERT INTO weather_forecast_hour (site_id, at, made_at, temperature_celsius,"
                + " dew_point_celsius, wind_metres_per_second, rain_millimetres) VALUES (:site, :at, :made,"
                + " :temperature, :dew, :wind, :rain) ON CONFLICT DO NOTHING");
        forecast.hours()
                .forEach(hour -> batch.bind("site", siteId)
                        .bind("at", hour.at())
                        .bind("made", madeAt)
                        .bind("temperature", hour.celsius())
                        .bind("dew", boxed(hour.dewPointCelsius()))
                        .bind("wind", boxed(hour.windMetresPerSecond()))
                        .bind("rain", boxed(hour.rainMillimetres()))
                        .add());
        batch.execute();
    }

    /** A service's word counts no longer. */
    public void forgetForecastHours(Handle handle, String siteId) {
        handle.createUpdate("DELETE FROM weather_forecast_hour WHERE site_id = :site")
                .bind("site", siteId)
                .execute();
    }

    /** The hours to come as a service told them; none where its word counts no longer or it tells only days. */
    public List<ForecastHour> forecastHours(String siteId, Instant from, Instant to) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM weather_forecast_hour"
                        + " WHERE site_id = :site AND at >= :from AND at < :to ORDER BY at")
                .bind("site", siteId)
                .bind("from", from)
                .bind("to", to)
                .map((row, context) -> new ForecastHour(
                        row.getTimestamp("at").toInstant(),
                        row.getDouble("temperature_celsius"),
                        number(row, "dew_point_celsius"),
                        number(row, "wind_metres_per_second"),
                        number(row, "rain_millimetres")))
                .list());
    }

    /** The latest word on each of these days, in order. */
    public List<Forecasted> forecasts(String siteId, LocalDate from, LocalDate to) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT DISTINCT ON (day) * FROM weather_forecast"
                        + " WHERE site_id = :site AND day >= :from AND day <= :to ORDER BY day, made_at DESC")
                .bind("site", siteId)
                .bind("from", from)
                .bind("to", to)
                .map((row, context) -> new Forecasted(
                        row.getObject("made_on", LocalDate.class),
                        row.getTimestamp("made_at").toInstant(),
                        row.getString("origin"),
                        forecastDay(row)))
                .list());
    }

    /** A provider's latest word on a day, not older than from a date on. */
    public Optional<ForecastDay> fromProvider(String siteId, LocalDate day, LocalDate earliest) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM weather_forecast WHERE site_id = :site"
                        + " AND day = :day AND origin = :origin AND made_on >= :earliest ORDER BY made_at DESC LIMIT 1")
                .bind("site", siteId)
                .bind("day", day)
                .bind("origin", Forecast.Origin.PROVIDER.label())
                .bind("earliest", earliest)
                .map((row, context) -> forecastDay(row))
                .findOne());
    }

    private static ForecastDay forecastDay(ResultSet row) throws SQLException {
        return new ForecastDay(
                row.getObject("day", LocalDate.class),
                row.getDouble("minimum_celsius"),
                row.getDouble("maximum_celsius"),
                row.getDouble("rain_millimetres"),
                row.getDouble("rain_probability"),
                row.getDouble("reference_millimetres"),
                number(row, "dew_point_celsius"),
                number(row, "wind_metres_per_second"));
    }

    public Optional<LocalDate> lastDay(String siteId) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT max(day) FROM weather_day WHERE site_id = :site")
                .bind("site", siteId)
                .map((row, context) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .one());
    }

    private static WeatherDay day(ResultSet row) throws SQLException {
        return new WeatherDay(
                row.getObject("day", LocalDate.class),
                number(row, "minimum_celsius"),
                number(row, "maximum_celsius"),
                number(row, "minimum_humidity_percent"),
                number(row, "maximum_humidity_percent"),
                number(row, "dew_point_celsius"),
                number(row, "wind_metres_per_second"),
                number(row, "rain_millimetres"),
                number(row, "solar_megajoules"),
                number(row, "reference_millimetres"),
                Arrays.asList((String[]) row.getArray("missing").getArray()),
                row.getString("origin"));
    }

    private static OptionalDouble number(ResultSet row, String column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    private static Double boxed(OptionalDouble value) {
        return value.isPresent() ? Double.valueOf(value.getAsDouble()) : null;
    }
}
