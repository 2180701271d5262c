package io.milliwatt.irrigation.adapter.desk;

import io.milliwatt.irrigation.adapter.db.Farm;
import io.milliwatt.irrigation.adapter.db.FarmDirectory;
import io.milliwatt.irrigation.adapter.db.SoilReadingTable;
import io.milliwatt.irrigation.adapter.db.SoilReadingTable.Air;
import io.milliwatt.irrigation.outlook.TemperatureDay;
import io.milliwatt.irrigation.probe.Probe;
import io.milliwatt.irrigation.site.Site;
import io.milliwatt.irrigation.weather.AirHour;
import io.milliwatt.irrigation.weather.MeasuredHour;
import io.milliwatt.irrigation.weather.SummedDay;
import io.milliwatt.irrigation.weather.WeatherDay;
import io.milliwatt.irrigation.zone.Zone;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;

/** The air as soil nodes measure it beside their probes: second to a station's, since nobody knows how their sensors hang. */
@ApplicationScoped
public class NodeAir {

    private static final Duration HOLDS = Duration.ofHours(3);
    /** Air as a node's own sensor tells it can be, °C. */
    private static final double COLDEST = -40;

    private static final double WARMEST = 60;

    private final FarmDirectory directory;
    private final SoilReadingTable readings;

    NodeAir(FarmDirectory directory, SoilReadingTable readings) {
        this.directory = directory;
        this.readings = readings;
    }

    /** Of the last three hours at any of a site's nodes. */
    public Optional<Air> now(Site site, Instant now) {
        return now(directory.farm().zonesOfSite(site.id()), now);
    }

    /** A single node's air sensor may fail, so where two tell, the second coldest is believed. */
    public Optional<Air> now(Collection<Zone> zones, Instant now) {
        Farm farm = directory.farm();
        List<Long> nodes = zones.stream()
                .flatMap(zone -> farm.probesOfZone(zone.id()).stream())
                .map(Probe::node)
                .toList();
        List<Air> told = readings.airOf(nodes, now.minus(HOLDS), now).stream()
                .filter(air -> air.celsius() > COLDEST && air.celsius() < WARMEST)
                .sorted(Comparator.comparingDouble(Air::celsius))
                .toList();
        return told.stream().skip(told.size() > 1 ? 1 : 0).findFirst();
    }

    /** The extremes of these days at a zone's nodes, of days that are whole as a station's must be; by the zone's first node that tells one. */
    public List<TemperatureDay> days(Zone zone, SortedSet<LocalDate> dates) {
        Farm farm = directory.farm();
        Map<LocalDate, TemperatureDay> days = new TreeMap<>();
        if (!dates.isEmpty()) {
            Site site = farm.siteOf(zone);
            farm.probesOfZone(zone.id())
                    .forEach(
                            probe -> days(site, probe.node(), dates).forEach(day -> days.putIfAbsent(day.date(), day)));
        }
        return List.copyOf(days.values());
    }

    private List<TemperatureDay> days(Site site, long node, SortedSet<LocalDate> dates) {
        Map<LocalDate, List<MeasuredHour>> rows = new HashMap<>();
        for (AirHour hour : readings.airHours(
                node, site.startOf(dates.first()), site.startOf(dates.last().plusDays(1)), COLDEST, WARMEST)) {
            rows.computeIfAbsent(site.dateAt(hour.from()), date -> new ArrayList<>())
                    .addAll(hour.rows().toList());
        }
        return dates.stream()
                .flatMap(date -> SummedDay.of(site, date, rows.getOrDefault(date, List.of())).stream())
                .flatMap(day -> extremes(day).stream())
                .toList();
    }

    private static Optional<TemperatureDay> extremes(WeatherDay day) {
        return day.minimumCelsius().isPresent() && day.maximumCelsius().isPresent()
                ? Optional.of(new TemperatureDay(
                        day.day(),
                        day.minimumCelsius().getAsDouble(),
                        day.maximumCelsius().getAsDouble(),
                        true))
                : Optional.empty();
    }
}
