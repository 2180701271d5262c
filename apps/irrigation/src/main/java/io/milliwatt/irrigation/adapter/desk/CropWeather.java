package io.milliwatt.irrigation.adapter.desk;

import io.milliwatt.irrigation.adapter.db.FarmDirectory;
import io.milliwatt.irrigation.adapter.db.SprayTable;
import io.milliwatt.irrigation.adapter.db.WeatherTable;
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
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** What the weather means for crops: frost, heat gathered, diseases. */
@ApplicationScoped
public class CropWeather {

    private static final double USUAL_CRITICAL_CELSIUS = 0;
    private static final Duration DISEASE_LOOKED_BACK = Duration.ofDays(30);
    /** Nights are coldest about sunrise. */
    private static final int COLDEST_HOUR = 6;

    private final FarmDirectory directory;
    private final WeatherTable weather;
    private final SprayTable sprays;
    private final Clock clock;

    CropWeather(FarmDirectory directory, WeatherTable weather, SprayTable sprays, Clock clock) {
        this.directory = directory;
        this.weather = weather;
        this.sprays = sprays;
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
        LocalDate tomorrow = site.dateAt(now).plusDays(1);
        List<Hour> toCome = weather.forecasts(site.id(), tomorrow, tomorrow).stream()
                .map(said -> new Hour(
                        site.startOf(tomorrow).plus(Duration.ofHours(COLDEST_HOUR)),
                        said.day().minimumCelsius(),
                        OptionalDouble.empty(),
                        0,
                        OptionalDouble.empty()))
                .toList();
        List<Hour> measured = hours(site, now.minus(Duration.ofHours(3)), now);
        Optional<Hour> current = measured.isEmpty() ? Optional.empty() : Optional.of(measured.getLast());
        return FrostOutlook.of(current, toCome, critical);
    }

    /** Of each disease whose rule is known for the zone's crop; none without a crop. */
    public List<DiseaseOutlook> diseases(Zone zone) {
        Site site = directory.farm().siteOf(zone);
        Instant now = clock.instant();
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
