package io.milliwatt.irrigation.adapter.desk;

import io.milliwatt.irrigation.adapter.db.FarmDirectory;
import io.milliwatt.irrigation.adapter.db.SprayTable;
import io.milliwatt.irrigation.adapter.db.WeatherTable;
import io.milliwatt.irrigation.alarm.FrostWatch;
import io.milliwatt.irrigation.outlook.Disease;
import io.milliwatt.irrigation.outlook.DiseaseOutlook;
import io.milliwatt.irrigation.outlook.FrostOutlook;
import io.milliwatt.irrigation.outlook.Hour;
import io.milliwatt.irrigation.outlook.TemperatureDay;
import io.milliwatt.irrigation.site.Site;
import io.milliwatt.irrigation.zone.Planting;
import io.milliwatt.irrigation.zone.Zone;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
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
    private final FarmDirectory directory;
    private final WeatherTable weather;
    private final SprayTable sprays;
    private final NodeAir air;
    private final ComingWeather coming;
    private final Clock clock;

    CropWeather(
            FarmDirectory directory,
            WeatherTable weather,
            SprayTable sprays,
            NodeAir air,
            ComingWeather coming,
            Clock clock) {
        this.directory = directory;
        this.weather = weather;
        this.sprays = sprays;
        this.air = air;
        this.coming = coming;
        this.clock = clock;
    }

    /**
     * What is to be expected of the night.
     *
     * @param byNodes whether the air of now is that at the nodes, since no station tells it
     */
    public record Frost(FrostOutlook outlook, boolean byNodes) {}

    /** In the night to come, by the crop of the site that bears least. */
    public Optional<Frost> frost(Site site, Instant now) {
        double critical = directory.farm().zonesOfSite(site.id()).stream()
                .flatMap(zone -> zone.planting().stream())
                .map(Planting::criticalCelsius)
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .max()
                .orElse(USUAL_CRITICAL_CELSIUS);
        List<Hour> measured = hours(site, now.minus(MEASURED_WITHIN), now);
        Optional<Hour> byStation = measured.isEmpty() ? Optional.empty() : Optional.of(measured.getLast());
        Optional<Hour> byNodes = byStation.isPresent()
                ? Optional.empty()
                : air.now(site, now)
                        .map(told ->
                                new Hour(told.at(), told.celsius(), OptionalDouble.empty(), 0, OptionalDouble.empty()));
        return FrostOutlook.of(byStation.or(() -> byNodes), coming.hours(site, now), critical)
                .map(outlook -> new Frost(outlook, byNodes.isPresent()));
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

    private Optional<FrostWatch.Lowest> byNodes(List<Zone> zones, Instant now) {
        return air.now(zones, now).map(told -> new FrostWatch.Lowest(told.celsius(), told.at(), true));
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
                .filter(planting -> !Disease.of(planting.cropName()).isEmpty())
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

    /** Extremes of a zone's days: the station's, and where it tells none, those of the zone's own nodes. */
    public List<TemperatureDay> temperatures(Zone zone, LocalDate from, LocalDate to) {
        Site site = directory.farm().siteOf(zone);
        List<TemperatureDay> days = new ArrayList<>();
        SortedSet<LocalDate> untold =
                new TreeSet<>(from.datesUntil(to.plusDays(1)).toList());
        weather.days(site.id(), from, to).stream()
                .filter(day ->
                        day.minimumCelsius().isPresent() && day.maximumCelsius().isPresent())
                .forEach(day -> {
                    untold.remove(day.day());
                    days.add(new TemperatureDay(
                            day.day(),
                            day.minimumCelsius().getAsDouble(),
                            day.maximumCelsius().getAsDouble(),
                            false));
                });
        days.addAll(air.days(zone, untold));
        return days;
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
