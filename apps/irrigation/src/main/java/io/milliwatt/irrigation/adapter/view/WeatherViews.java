package io.milliwatt.irrigation.adapter.view;

import io.milliwatt.dsp.soil.frost.HumidAir;
import io.milliwatt.irrigation.adapter.db.ExcludedTable;
import io.milliwatt.irrigation.adapter.db.WeatherTable;
import io.milliwatt.irrigation.adapter.db.WeatherTable.Forecasted;
import io.milliwatt.irrigation.adapter.desk.ForecastDesk;
import io.milliwatt.irrigation.alarm.AlarmSource;
import io.milliwatt.irrigation.reason.Reason;
import io.milliwatt.irrigation.reason.ReasonCode;
import io.milliwatt.irrigation.site.Site;
import io.milliwatt.irrigation.weather.ForecastService;
import io.milliwatt.irrigation.weather.WeatherDay;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/** Weather as pages see it: columns of equal length, null where nothing is known. */
@ApplicationScoped
public class WeatherViews {

    private static final double PRESSURE_KILOPASCALS = 101.3;
    private static final double MINUTES_PER_HOUR = 60;
    private static final int MOST_EXCLUDED = 200;
    private static final int AHEAD_DAYS = 8;

    private final WeatherTable weather;
    private final ExcludedTable excluded;
    private final ForecastDesk desk;
    private final Clock clock;

    WeatherViews(WeatherTable weather, ExcludedTable excluded, ForecastDesk desk, Clock clock) {
        this.weather = weather;
        this.excluded = excluded;
        this.desk = desk;
        this.clock = clock;
    }

    /** Days as they were measured, and as they are forecast. */
    public record DaysView(
            List<LocalDate> day,
            List<Double> minimumCelsius,
            List<Double> maximumCelsius,
            List<Double> rainMillimetres,
            List<Double> windMetresPerSecond,
            List<Double> humidityPercent,
            List<Double> solarMegajoulesPerSquareMetre,
            List<Double> referenceEvapotranspirationMillimetres,
            List<List<String>> missing,
            Optional<ForecastView> forecast,
            List<ExcludedView> excluded) {}

    /** The days to come, who says so, and what that means. */
    public record ForecastView(
            String source,
            Optional<ReasonView> statedBecause,
            Optional<ServiceView> service,
            List<LocalDate> day,
            List<Double> minimumCelsius,
            List<Double> maximumCelsius,
            List<Double> rainMillimetres,
            List<Double> rainProbability,
            List<Double> referenceEvapotranspirationMillimetres) {}

    /**
     * How the weather service does that the installation names.
     *
     * @param troubles what is wrong with it, the age of its last good answer last; none where it answers well
     */
    public record ServiceView(
            Instant askedAt, Instant nextAt, Optional<Instant> lastGoodAt, List<ReasonView> troubles) {}

    /** A value that takes part in nothing. */
    public record ExcludedView(Instant at, String quantity, OptionalDouble value, ReasonView reason) {}

    /** Hours as they were measured. */
    public record HoursView(
            List<Long> t,
            List<Double> temperatureCelsius,
            List<Double> humidityPercent,
            List<Double> dewPointCelsius,
            List<Double> wetBulbCelsius,
            List<Double> windMetresPerSecond,
            List<Double> rainMillimetres) {}

    public DaysView days(Site site, LocalDate from, LocalDate to, LocalDate today) {
        List<WeatherDay> days = weather.days(site.id(), from, to);
        return new DaysView(
                days.stream().map(WeatherDay::day).toList(),
                column(days, WeatherDay::minimumCelsius),
                column(days, WeatherDay::maximumCelsius),
                column(days, WeatherDay::rainMillimetres),
                column(days, WeatherDay::windMetresPerSecond),
                column(days, WeatherViews::humidity),
                column(days, WeatherDay::solarMegajoules),
                column(days, WeatherDay::referenceMillimetres),
                days.stream().map(WeatherDay::missing).toList(),
                forecast(site, today),
                excluded
                        .list(
                                AlarmSource.site(site.id()).text(),
                                site.startOf(from),
                                site.startOf(to.plusDays(1)),
                                MOST_EXCLUDED)
                        .stream()
                        .map(value -> new ExcludedView(
                                value.at(), value.quantity(), value.value(), ReasonView.of(value.reason())))
                        .toList());
    }

    private Optional<ForecastView> forecast(Site site, LocalDate today) {
        List<Forecasted> said = weather.forecasts(site.id(), today, today.plusDays(AHEAD_DAYS));
        if (said.isEmpty()) {
            return Optional.empty();
        }
        String source = said.getFirst().origin();
        boolean climatology = !said.getFirst().byProvider();
        return Optional.of(new ForecastView(
                source,
                climatology ? Optional.of(ReasonView.of(Reason.of(ReasonCode.WEATHER_CLIMATOLOGY))) : Optional.empty(),
                desk.standing(site).map(this::service),
                said.stream().map(day -> day.day().day()).toList(),
                said.stream().map(day -> day.day().minimumCelsius()).toList(),
                said.stream().map(day -> day.day().maximumCelsius()).toList(),
                said.stream().map(day -> day.day().rainMillimetres()).toList(),
                said.stream().map(day -> day.day().rainProbability()).toList(),
                said.stream().map(day -> day.day().referenceMillimetres()).toList()));
    }

    private ServiceView service(ForecastService.Standing standing) {
        List<ReasonView> troubles = new ArrayList<>();
        standing.trouble().forEach(reason -> troubles.add(ReasonView.of(reason)));
        if (!troubles.isEmpty()) {
            troubles.add(ReasonView.of(standing.lastGood()
                    .map(good -> Reason.of(ReasonCode.FORECAST_LAST_GOOD)
                            .with(
                                    "hours",
                                    Duration.between(good, clock.instant()).toMinutes() / MINUTES_PER_HOUR))
                    .orElse(Reason.of(ReasonCode.FORECAST_NEVER_GOOD))));
        }
        return new ServiceView(standing.askedAt(), standing.nextAt(), standing.lastGood(), troubles);
    }

    public HoursView hours(Site site, Instant from, Instant to) {
        List<WeatherTable.Hour> hours = weather.hours(site.id(), from, to);
        return new HoursView(
                hours.stream().map(hour -> hour.at().toEpochMilli()).toList(),
                column(hours, WeatherTable.Hour::temperatureCelsius),
                column(hours, WeatherTable.Hour::humidityPercent),
                column(hours, hour -> humid(hour, HumidAir::dewPointCelsius)),
                column(hours, hour -> humid(hour, air -> air.wetBulbCelsius(PRESSURE_KILOPASCALS))),
                column(hours, WeatherTable.Hour::windMetresPerSecond),
                column(hours, WeatherTable.Hour::rainMillimetres));
    }

    private static OptionalDouble humid(WeatherTable.Hour hour, Function<HumidAir, Double> value) {
        boolean known = hour.temperatureCelsius().isPresent()
                && hour.humidityPercent().orElse(0) > 0
                && hour.humidityPercent().getAsDouble() <= 100;
        return known
                ? OptionalDouble.of(value.apply(new HumidAir(
                        hour.temperatureCelsius().getAsDouble(),
                        hour.humidityPercent().getAsDouble())))
                : OptionalDouble.empty();
    }

    private static OptionalDouble humidity(WeatherDay day) {
        return day.minimumHumidityPercent().isPresent()
                        && day.maximumHumidityPercent().isPresent()
                ? OptionalDouble.of((day.minimumHumidityPercent().getAsDouble()
                                + day.maximumHumidityPercent().getAsDouble())
                        / 2)
                : OptionalDouble.empty();
    }

    private static <T> List<Double> column(List<T> rows, Function<T, OptionalDouble> value) {
        Double[] column = rows.stream()
                .map(value)
                .map(known -> known.isPresent() ? Double.valueOf(known.getAsDouble()) : null)
                .toArray(Double[]::new);
        return Arrays.asList(column);
    }
}
