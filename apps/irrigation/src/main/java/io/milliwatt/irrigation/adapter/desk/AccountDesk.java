package io.milliwatt.irrigation.adapter.desk;

import io.milliwatt.irrigation.adapter.db.Farm;
import io.milliwatt.irrigation.adapter.db.FarmDirectory;
import io.milliwatt.irrigation.adapter.db.RainTable;
import io.milliwatt.irrigation.adapter.db.Run;
import io.milliwatt.irrigation.adapter.db.RunTable;
import io.milliwatt.irrigation.adapter.db.SoilReadingTable;
import io.milliwatt.irrigation.adapter.db.WaterTable;
import io.milliwatt.irrigation.adapter.db.WeatherTable;
import io.milliwatt.irrigation.adapter.view.RunView;
import io.milliwatt.irrigation.ledger.Account;
import io.milliwatt.irrigation.ledger.Entry;
import io.milliwatt.irrigation.ledger.Evidence;
import io.milliwatt.irrigation.ledger.Ledger;
import io.milliwatt.irrigation.ledger.LedgerOpening;
import io.milliwatt.irrigation.ledger.WeatherOrigin;
import io.milliwatt.irrigation.probe.FleetVerdict;
import io.milliwatt.irrigation.probe.Probe;
import io.milliwatt.irrigation.probe.ProbeDigest;
import io.milliwatt.irrigation.site.Site;
import io.milliwatt.irrigation.weather.ForecastDay;
import io.milliwatt.irrigation.weather.StationYears;
import io.milliwatt.irrigation.zone.Zone;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Draws zones' accounts from everything that is stored: nothing of an account is kept that could not be drawn again. */
@ApplicationScoped
public class AccountDesk {

    public static final int FORECAST_DAYS = 7;
    private static final long LONGEST_SEASON_DAYS = 400;

    private final FarmDirectory directory;
    private final WeatherTable weather;
    private final StationPast past;
    private final RainTable rain;
    private final RunTable runs;
    private final WaterTable water;
    private final SoilReadingTable readings;
    private final HealthBook health;

    AccountDesk(
            FarmDirectory directory,
            WeatherTable weather,
            StationPast past,
            RainTable rain,
            RunTable runs,
            WaterTable water,
            SoilReadingTable readings,
            HealthBook health) {
        this.directory = directory;
        this.weather = weather;
        this.past = past;
        this.rain = rain;
        this.runs = runs;
        this.water = water;
        this.readings = readings;
        this.health = health;
    }

    /** Empty where the zone lacks a soil or a crop, or nothing grows now. */
    public Optional<Account> account(Zone zone, Instant now) {
        Farm farm = directory.farm();
        Site site = farm.siteOf(zone);
        LocalDate today = site.dateAt(now);
        if (!zone.gaps().isEmpty()) {
            return Optional.empty();
        }
        LocalDate planted = zone.planting().orElseThrow().plantedOn();
        if (today.isBefore(planted) || planted.isBefore(today.minusDays(LONGEST_SEASON_DAYS))) {
            return Optional.empty();
        }
        List<Probe> probes = farm.probesOfZone(zone.id());
        Ledger ledger = Ledger.of(
                site,
                zone,
                LedgerOpening.full(planted),
                !probes.isEmpty(),
                entries(site, zone, probes, planted, today, now));
        List<ProbeDigest> current =
                probes.stream().map(probe -> digest(probe, now)).toList();
        return ledger.at(now, current, FORECAST_DAYS);
    }

    /** What a probe says at a moment, without those of its sensors that the look over its days doubts. */
    public ProbeDigest digest(Probe probe, Instant at) {
        return ProbeDigest.of(
                probe,
                readings.readings(probe.node(), at.minus(ProbeDigest.WINDOW.multipliedBy(8)), at.plusMillis(1)),
                health.of(probe.id()).map(FleetVerdict::doubts).orElse(List.of()),
                at);
    }

    private List<Entry> entries(
            Site site, Zone zone, List<Probe> probes, LocalDate planted, LocalDate today, Instant now) {
        List<Entry> entries = new ArrayList<>();
        weather.days(site.id(), planted.minusDays(FORECAST_DAYS), today)
                .forEach(day -> day.referenceMillimetres()
                        .ifPresent(reference -> entries.add(new Entry.Weather(
                                day.day(),
                                Math.clamp(reference, 0, 29),
                                day.climate(),
                                WeatherOrigin.STATION,
                                site.startOf(day.day().plusDays(1))))));
        StationYears years = past.of(site.id(), today);
        weather.forecasts(site.id(), planted, today.plusDays(FORECAST_DAYS + 1L))
                .forEach(said -> forecast(said, years, entries));
        List<String> gauges = Stream.concat(
                        Stream.of(RainTable.gauge(site.id())),
                        probes.stream().map(probe -> RainTable.gauge(probe.node())))
                .toList();
        entries.addAll(rain.entries(gauges, site.startOf(planted).minusSeconds(86_400), now));
        runs.ofZone(zone.id(), site.startOf(planted)).stream()
                .flatMap(run -> watering(run, zone, now).stream())
                .forEach(entries::add);
        entries.addAll(water.applied(site, zone, planted));
        entries.addAll(water.corrections(zone.id(), planted));
        entries.addAll(water.probed(probes.stream().map(Probe::id).toList(), planted));
        return entries;
    }

    /** Whoever tells the day, wind and least humidity are those that are usual at the station. */
    private static void forecast(WeatherTable.Forecasted said, StationYears years, List<Entry> entries) {
        ForecastDay day = said.day();
        Instant asOf = said.madeAt();
        entries.add(new Entry.Weather(
                day.day(),
                Math.clamp(day.referenceMillimetres(), 0, 29),
                years.climateOn(day.day()),
                said.byProvider() ? WeatherOrigin.PROVIDER : WeatherOrigin.CLIMATOLOGY,
                asOf));
        entries.add(
                new Entry.ExpectedRain(day.day(), day.rainMillimetres(), day.rainProbability(), said.origin(), asOf));
    }

    /** The water of a run as far as it is known; nothing where none flowed. */
    public static Optional<Entry.Watering> watering(Run run, Zone zone, Instant now) {
        if (run.startedAt().isEmpty()
                || (run.openSeconds() <= 0 && run.meteredLitres().isEmpty())) {
            return Optional.empty();
        }
        Instant from = run.startedAt().orElseThrow();
        Instant until = run.endedAt().orElse(now);
        return Optional.of(new Entry.Watering(
                "run/" + run.id(),
                from,
                until.isBefore(from) ? from : until,
                RunView.cubicMetres(run, zone),
                run.meteredLitres().isPresent() ? Evidence.METERED : Evidence.TIMED,
                until));
    }

    /** Gross mm, of the allocation that covers today; 0 without one. */
    public double usedOfAllocation(Zone zone, LocalDate today, Instant now) {
        return zone.allocation()
                .filter(allocation -> allocation.covers(today))
                .map(allocation -> usedMillimetres(zone, allocation.from(), today, now))
                .orElse(0.0);
    }

    /** Gross mm that zones have used in a time. */
    public double usedMillimetres(Zone zone, LocalDate from, LocalDate to, Instant now) {
        Site site = directory.farm().siteOf(zone);
        double cubicMetres = Stream.concat(
                        runs.ofZone(zone.id(), site.startOf(from)).stream()
                                .flatMap(run -> watering(run, zone, now).stream()),
                        water.applied(site, zone, from).stream())
                .filter(watering -> watering.from().isBefore(site.startOf(to.plusDays(1))))
                .mapToDouble(Entry.Watering::cubicMetres)
                .sum();
        return zone.millimetres(cubicMetres);
    }
}
