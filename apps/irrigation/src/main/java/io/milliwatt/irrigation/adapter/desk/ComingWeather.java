package io.milliwatt.irrigation.adapter.desk;

import io.milliwatt.dsp.soil.evapotranspiration.VapourPressure;
import io.milliwatt.irrigation.adapter.db.SoilReadingTable;
import io.milliwatt.irrigation.adapter.db.WeatherTable;
import io.milliwatt.irrigation.adapter.db.WeatherTable.Forecasted;
import io.milliwatt.irrigation.outlook.EveningFrost;
import io.milliwatt.irrigation.outlook.Hour;
import io.milliwatt.irrigation.schedule.WateringNight;
import io.milliwatt.irrigation.site.Site;
import io.milliwatt.irrigation.weather.ForecastHour;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;

/**
 * What comes until tomorrow noon: by a service's hours where it tells them, in the evening by the station's own nights, else by the days' least
 * temperatures.
 */
@ApplicationScoped
public class ComingWeather {

    private static final int NOON = 12;
    /** Nights are coldest about sunrise. */
    private static final int COLDEST_HOUR = 6;

    private static final Duration MEASURED = Duration.ofHours(3);
    private static final double PERCENT = 100;

    private static final Duration LOOKED_AT = Duration.ofMinutes(10);

    private final WeatherTable weather;
    private final NodeAir air;
    private final Map<String, Evening> evenings = new ConcurrentHashMap<>();

    /** What an evening told of its night, and when it was looked at. */
    private record Evening(Site site, Instant at, Optional<EveningFrost> frost) {
        boolean holds(Site now, Instant moment) {
            return site.equals(now) && !moment.isBefore(at) && moment.isBefore(at.plus(LOOKED_AT));
        }
    }

    ComingWeather(WeatherTable weather, NodeAir air) {
        this.weather = weather;
        this.air = air;
    }

    /** The hours to come, with their humidity where a service tells it; else the coldest hour of each night. */
    public List<Hour> hours(Site site, Instant now) {
        LocalDate today = site.dateAt(now);
        return hours(site, () -> weather.forecasts(site.id(), today, today.plusDays(1)), now);
    }

    private List<Hour> hours(Site site, Supplier<List<Forecasted>> said, Instant now) {
        LocalDate tomorrow = site.dateAt(now).plusDays(1);
        Instant coldest = site.startOf(tomorrow).plus(Duration.ofHours(COLDEST_HOUR));
        List<Hour> told = weather
                .forecastHours(
                        site.id(),
                        now.minus(Duration.ofMinutes(59)),
                        site.startOf(tomorrow).plus(Duration.ofHours(NOON)))
                .stream()
                .map(ComingWeather::hour)
                .toList();
        boolean throughTheNight = !told.isEmpty() && !told.getLast().at().isBefore(coldest);
        return throughTheNight
                ? told
                : evening(site, now)
                        .map(frost -> List.of(new Hour(
                                frost.at(),
                                frost.leastCelsius(),
                                humidity(frost.leastCelsius(), OptionalDouble.of(frost.dewPointCelsius())),
                                0,
                                OptionalDouble.empty())))
                        .orElseGet(() -> nights(site, said.get(), now));
    }

    /** The least until tomorrow noon, of what the station or else the nodes measure now as well; empty where nothing is known. */
    public OptionalDouble lowestCelsius(Site site, Instant now) {
        return lowestCelsius(site, hours(site, now), now);
    }

    /** @param said the latest words on today and the days after it, for whoever has read them already */
    public OptionalDouble lowestCelsius(Site site, Instant now, List<Forecasted> said) {
        return lowestCelsius(site, hours(site, () -> said, now), now);
    }

    private OptionalDouble lowestCelsius(Site site, List<Hour> coming, Instant now) {
        double[] measured = weather.hours(site.id(), now.minus(MEASURED), now).stream()
                .flatMapToDouble(hour -> hour.temperatureCelsius().stream())
                .toArray();
        DoubleStream current = measured.length > 0
                ? DoubleStream.of(measured)
                : air.now(site, now).stream().mapToDouble(SoilReadingTable.Air::celsius);
        return DoubleStream.concat(coming.stream().mapToDouble(Hour::celsius), current)
                .min();
    }

    /** The mean of the night's hours as a service tells them; else what was measured last stands for it. */
    public OptionalDouble wind(Site site, WateringNight night, Instant now) {
        OptionalDouble told = weather.forecastHours(site.id(), night.from(), night.until()).stream()
                .flatMapToDouble(hour -> hour.windMetresPerSecond().stream())
                .average();
        return told.isPresent() ? told : measuredWind(site, now);
    }

    /** Of now: as it is measured, or where it is not, as a service tells the hour. */
    public OptionalDouble windNow(Site site, Instant now) {
        OptionalDouble measured = measuredWind(site, now);
        return measured.isPresent()
                ? measured
                : weather
                        .forecastHours(site.id(), now.minus(Duration.ofMinutes(59)), now.plus(Duration.ofHours(1)))
                        .stream()
                        .flatMapToDouble(hour -> hour.windMetresPerSecond().stream())
                        .max();
    }

    private OptionalDouble measuredWind(Site site, Instant now) {
        return weather.hours(site.id(), now.minus(MEASURED), now).stream()
                .flatMapToDouble(hour -> hour.windMetresPerSecond().stream())
                .average();
    }

    /** Of today's night only what is left of it. */
    private List<Hour> nights(Site site, List<Forecasted> forecasts, Instant now) {
        LocalDate tomorrow = site.dateAt(now).plusDays(1);
        return forecasts.stream()
                .filter(said -> !said.day().day().isAfter(tomorrow))
                .map(said -> new Hour(
                        site.startOf(said.day().day()).plus(Duration.ofHours(COLDEST_HOUR)),
                        said.day().minimumCelsius(),
                        OptionalDouble.empty(),
                        0,
                        OptionalDouble.empty()))
                .filter(hour -> hour.at().plus(MEASURED).isAfter(now))
                .toList();
    }

    private static Hour hour(ForecastHour told) {
        return new Hour(
                told.at(),
                told.celsius(),
                humidity(told.celsius(), told.dewPointCelsius()),
                told.rainMillimetres().orElse(0),
                told.windMetresPerSecond());
    }

    private static OptionalDouble humidity(double celsius, OptionalDouble dewPointCelsius) {
        return dewPointCelsius.isEmpty()
                ? dewPointCelsius
                : OptionalDouble.of(Math.min(
                        PERCENT,
                        PERCENT
                                * VapourPressure.saturation(dewPointCelsius.getAsDouble())
                                / VapourPressure.saturation(celsius)));
    }

    /** What the station's own evening tells of the night that has begun; looked at every ten minutes. */
    public Optional<EveningFrost> evening(Site site, Instant now) {
        return evenings.compute(
                        site.id(),
                        (id, known) -> known != null && known.holds(site, now)
                                ? known
                                : new Evening(
                                        site,
                                        now,
                                        EveningFrost.of(
                                                site,
                                                weather
                                                        .hours(
                                                                id,
                                                                now.minus(EveningFrost.LOOKED_BACK),
                                                                now.plusMillis(1))
                                                        .stream()
                                                        .flatMap(hour -> measured(hour).stream())
                                                        .toList(),
                                                now)))
                .frost();
    }

    private static Optional<Hour> measured(WeatherTable.Hour hour) {
        return hour.temperatureCelsius().isPresent()
                ? Optional.of(new Hour(
                        hour.at(),
                        hour.temperatureCelsius().getAsDouble(),
                        hour.humidityPercent(),
                        hour.rainMillimetres().orElse(0),
                        hour.windMetresPerSecond()))
                : Optional.empty();
    }
}
