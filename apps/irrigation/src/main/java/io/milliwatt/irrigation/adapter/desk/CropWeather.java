package io.milliwatt.irrigation.adapter.desk;

import io.milliwatt.irrigation.adapter.db.Farm;
import io.milliwatt.irrigation.adapter.db.FarmDirectory;
import io.milliwatt.irrigation.adapter.db.SoilReadingTable;
import io.milliwatt.irrigation.adapter.db.SprayTable;
import io.milliwatt.irrigation.adapter.db.WeatherTable;
import io.milliwatt.irrigation.alarm.FrostWatch;
import io.milliwatt.irrigation.outlook.DiseaseOutlook;
import io.milliwatt.irrigation.outlook.FrostOutlook;
import io.milliwatt.irrigation.outlook.Hour;
import io.milliwatt.irrigation.outlook.TemperatureDay;
import io.milliwatt.irrigation.probe.Probe;
import io.milliwatt.irrigation.site.Site;
import io.milliwatt.irrigation.zone.Planting;
import io.milliwatt.irrigation.zone.Zone;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What the weather means for crops: frost, heat gathered, diseases. */
@ApplicationScoped
public class CropWeather {

    private static final double USUAL_CRITICAL_CELSIUS = 0;
    private static final Duration DISEASE_LOOKED_BACK = Duration.ofDays(30);

    /** Nights are coldest about sunrise. */
    private static final int COLDEST_HOUR = 6;

    private static final LocalTime NIGHT_IS_OVER = LocalTime.of(8, 0);
    /** A word on a night that is older than this is no evidence. */
    private static final int WORD_HOLDS_DAYS = 2;

    private static final Duration MEASURED_WITHIN = Duration.ofHours(3);
    /** Air as a node's own sensor tells it can be, °C. */
    private static final double COLDEST_AIR = -40;

    private static final double WARMEST_AIR = 60;

    private final FarmDirectory directory;
    private final WeatherTable weather;
    private final SprayTable sprays;
    private final SoilReadingTable readings;
    private final ComingWeather coming;
    private final Clock clock;

    CropWeather(
            FarmDirectory directory,
            WeatherTable weather,
            SprayTable sprays,
            SoilReadingTable readings,
            ComingWeather coming,
            Clock clock) {
        this.directory = directory;
        this.weather = weather;
        this.sprays = sprays;
        this.readings = readings;
        this.coming = coming;
        this.clock = clock;
    }

    /** In the night to come, by the crop of the site that bears least. */
    public Optional<FrostOutlook> frost(Site site, Instant now) {
        double critical = directory.farm().zones().stream()
                .filter(zone -> directory.farm().siteOf(zone).equals(site))
                .flatMap(zone -> zone.planting().stream())
                .map(Planting::criticalCelsius)
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .max()
                .orElse(USUAL_CRITICAL_CELSIUS);
        List<Hour> measured = hours(site, now.minus(MEASURED_WITHIN), now);
        Optional<Hour> current = measured.isEmpty() ? Optional.empty() : Optional.of(measured.getLast());
        return FrostOutlook.of(current, coming.hours(site, now), critical);
    }

    /** At which frost harms what stands in these zones, by the name of the crop. */
    public Map<String, Double> criticalCelsius(List<Zone> zones, LocalDate today) {
        Map<String, Double> critical = new TreeMap<>();
        for (Zone zone : zones) {
            zone.planting()
                    .filter(planting -> planting.standsOn(today))
                    .ifPresent(planting -> critical.merge(
                            planting.cropName(), planting.criticalCelsius().orElse(USUAL_CRITICAL_CELSIUS), Math::max));
        }
        return critical;
    }

    /**
     * The lowest temperature now or in the night to come that somebody measured or a provider expects. The station's climatology is left out: what this
     * time of the year usually brings is no evidence of the next night.
     */
    public Optional<FrostWatch.Lowest> lowestWithEvidence(Site site, List<Zone> zones, Instant now) {
        LocalDate morning = nextMorning(site, now);
        Stream<FrostWatch.Lowest> expected = expected(site, morning, now).stream();
        List<Hour> hours = hours(site, now.minus(MEASURED_WITHIN), now);
        Stream<FrostWatch.Lowest> station = hours.stream()
                .skip(Math.max(0, hours.size() - 1L))
                .map(hour -> new FrostWatch.Lowest(hour.celsius(), hour.at(), true));
        return Stream.of(expected, station, byNodes(zones, now).stream())
                .flatMap(each -> each)
                .reduce(FrostWatch.Lowest::colder);
    }

    /** By a provider's hours where it tells hours, else by its day, else by the station's own evening. */
    private Optional<FrostWatch.Lowest> expected(Site site, LocalDate morning, Instant now) {
        Instant over = morning.atTime(NIGHT_IS_OVER).atZone(site.timeZone()).toInstant();
        return weather.forecastHours(site.id(), now, over).stream()
                .map(hour -> new FrostWatch.Lowest(hour.celsius(), hour.at(), false))
                .reduce(FrostWatch.Lowest::colder)
                .or(() -> weather.fromProvider(site.id(), morning, morning.minusDays(WORD_HOLDS_DAYS))
                        .map(day -> new FrostWatch.Lowest(day.minimumCelsius(), coldest(site, morning), false)))
                .or(() -> coming.evening(site, now)
                        .map(frost -> new FrostWatch.Lowest(frost.leastCelsius(), frost.at(), false)));
    }

    /** A single node's air sensor may fail, so where two tell, the second coldest is believed. */
    private Optional<FrostWatch.Lowest> byNodes(List<Zone> zones, Instant now) {
        Farm farm = directory.farm();
        List<Long> nodes = zones.stream()
                .flatMap(zone -> farm.probesOfZone(zone.id()).stream())
                .map(Probe::node)
                .toList();
        List<FrostWatch.Lowest> told = readings.airOf(nodes, now.minus(MEASURED_WITHIN), now).stream()
                .filter(air -> air.celsius() > COLDEST_AIR && air.celsius() < WARMEST_AIR)
                .map(air -> new FrostWatch.Lowest(air.celsius(), air.at(), true))
                .sorted(Comparator.comparingDouble(FrostWatch.Lowest::celsius))
                .toList();
        return told.stream().skip(told.size() > 1 ? 1 : 0).findFirst();
    }

    /** The morning whose coldest hour is still to come or under way. */
    private static LocalDate nextMorning(Site site, Instant now) {
        LocalDate today = site.dateAt(now);
        return site.localTime(now).toLocalTime().isBefore(NIGHT_IS_OVER) ? today : today.plusDays(1);
    }

    private static Instant coldest(Site site, LocalDate morning) {
        return morning.atTime(COLDEST_HOUR, 0).atZone(site.timeZone()).toInstant();
    }

    /** Of each disease whose rule is known for the zone's crop; none without a crop. */
    public List<DiseaseOutlook> diseases(Zone zone) {
        return diseases(zone, clock.instant());
    }

    public List<DiseaseOutlook> diseases(Zone zone, Instant now) {
        Site site = directory.farm().siteOf(zone);
        return zone.planting()
                .map(planting -> DiseaseOutlook.of(
                        site,
                        planting,
                        hours(site, now.minus(DISEASE_LOOKED_BACK), now),
                        sprays.ofZone(zone.id()).stream()
                                .map(SprayTable.Stored::spray)
                                .toList(),
                        site.dateAt(now)))
                .orElse(List.of());
    }

    /** Extremes of the days, measured, and forecast where none was. */
    public List<TemperatureDay> temperatures(Site site, LocalDate from, LocalDate to) {
        return weather.days(site.id(), from, to).stream()
                .filter(day ->
                        day.minimumCelsius().isPresent() && day.maximumCelsius().isPresent())
                .map(day -> new TemperatureDay(
                        day.day(),
                        day.minimumCelsius().getAsDouble(),
                        day.maximumCelsius().getAsDouble()))
                .toList();
    }

    private List<Hour> hours(Site site, Instant from, Instant to) {
        return weather.hours(site.id(), from, to).stream()
                .filter(hour -> hour.temperatureCelsius().isPresent())
                .map(hour -> new Hour(
                        hour.at(),
                        hour.temperatureCelsius().getAsDouble(),
                        hour.humidityPercent(),
                        hour.rainMillimetres().orElse(0),
                        hour.windMetresPerSecond()))
                .toList();
    }
}
