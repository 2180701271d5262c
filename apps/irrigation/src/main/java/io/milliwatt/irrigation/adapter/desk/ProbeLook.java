package io.milliwatt.irrigation.adapter.desk;

import io.milliwatt.dsp.soil.fault.FaultDetector;
import io.milliwatt.dsp.soil.fault.FaultModel;
import io.milliwatt.dsp.soil.fault.ProbeDays;
import io.milliwatt.irrigation.adapter.db.FarmDirectory;
import io.milliwatt.irrigation.adapter.db.SoilReadingTable;
import io.milliwatt.irrigation.adapter.db.SoilReadingTable.Latest;
import io.milliwatt.irrigation.adapter.db.WaterTable;
import io.milliwatt.irrigation.adapter.live.FarmNews;
import io.milliwatt.irrigation.alarm.AlarmSource;
import io.milliwatt.irrigation.alarm.FarmRules;
import io.milliwatt.irrigation.alarm.Finding;
import io.milliwatt.irrigation.probe.DepthReading;
import io.milliwatt.irrigation.probe.Doubt;
import io.milliwatt.irrigation.probe.FaultSearch;
import io.milliwatt.irrigation.probe.FleetVerdict;
import io.milliwatt.irrigation.probe.FoundFault;
import io.milliwatt.irrigation.probe.HealthCheck;
import io.milliwatt.irrigation.probe.MovedProbe;
import io.milliwatt.irrigation.probe.Probe;
import io.milliwatt.irrigation.probe.ProbeHealth;
import io.milliwatt.irrigation.probe.ReadingFlag;
import io.milliwatt.irrigation.reason.Reason;
import io.milliwatt.irrigation.site.Site;
import io.milliwatt.irrigation.weather.WeatherDay;
import io.milliwatt.irrigation.zone.Zone;
import io.milliwatt.models.ReleasedFaultModel;
import io.milliwatt.platform.alarms.Observation.Report;
import io.milliwatt.platform.alarms.Transition;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/**
 * Looks at one probe: its week by what its channels do beside one another, its months by the released detector. The verdict is stored with its evidence,
 * the alarms follow it, and evenings that stood on a sensor which is doubted now are told again without it.
 */
@ApplicationScoped
public class ProbeLook {

    private final Jdbi jdbi;
    private final FarmDirectory directory;
    private final SoilReadingTable readings;
    private final SensorDays days;
    private final HealthBook book;
    private final AccountDesk accounts;
    private final WaterTable water;
    private final FindingDesk findings;
    private final FarmNews news;
    private final FaultSearch search = new FaultSearch(new FaultDetector(released()));

    ProbeLook(
            Jdbi jdbi,
            FarmDirectory directory,
            SoilReadingTable readings,
            SensorDays days,
            HealthBook book,
            AccountDesk accounts,
            WaterTable water,
            FindingDesk findings,
            FarmNews news) {
        this.jdbi = jdbi;
        this.directory = directory;
        this.readings = readings;
        this.days = days;
        this.book = book;
        this.accounts = accounts;
        this.water = water;
        this.findings = findings;
        this.news = news;
    }

    private static FaultModel released() {
        try (BufferedReader in = ReleasedFaultModel.open()) {
            return FaultModel.parse(in);
        } catch (IOException damaged) {
            throw new UncheckedIOException("The released fault model cannot be read.", damaged);
        }
    }

    /**
     * @param newest of the probe's node; empty where it was never heard
     * @param weather of its site, by the day
     */
    public FleetVerdict look(Probe probe, Optional<Latest> newest, Map<LocalDate, WeatherDay> weather, Instant now) {
        Zone zone = directory.farm().zone(probe.zoneId()).orElseThrow();
        Site site = directory.farm().siteOf(zone);
        // Of a probe that was set up anew nothing is known yet.
        Optional<FleetVerdict> before =
                book.of(probe.id()).filter(known -> !known.judgedAt().isBefore(probe.installedAt()));
        LocalDate yesterday = site.dateAt(now).minusDays(1);
        List<DepthReading> week =
                readings.readings(probe.node(), now.minus(HealthCheck.WINDOW), now.plusMillis(1)).stream()
                        .filter(reading -> !reading.at().isBefore(probe.installedAt()))
                        .toList();
        ProbeHealth health = HealthCheck.of(probe, week, battery(newest), now);
        Optional<LocalDate> through = before.flatMap(FleetVerdict::through);
        List<FoundFault> faults = before.map(FleetVerdict::faults).orElse(List.of());
        if (through.isEmpty() || through.get().isBefore(yesterday)) {
            days.sumUp(site, zone, probe, yesterday, through, now);
            ProbeDays months = days.months(site, probe, yesterday, weather);
            faults = search.search(probe, months, SensorDays.first(site, probe, yesterday));
            through = Optional.of(yesterday);
        }
        FleetVerdict verdict = FleetVerdict.of(
                probe,
                site.timeZone(),
                now,
                newest.map(Latest::at),
                through,
                health,
                faults,
                moved(probe, week),
                before);
        List<Transition> steps = jdbi.inTransaction(handle -> {
            book.put(handle, probe.id(), verdict);
            return findings.tell(handle, findings(probe, verdict, now));
        });
        book.remember(probe.id(), verdict);
        news.changed(steps);
        tellAgain(site, probe, before, verdict, yesterday);
        return verdict;
    }

    private static OptionalInt battery(Optional<Latest> newest) {
        return newest.isPresent() && newest.get().batteryMillivolts().isPresent()
                ? OptionalInt.of((int) newest.get().batteryMillivolts().getAsLong())
                : OptionalInt.empty();
    }

    /** Where quality control saw a break in the week, and the temperatures say that it was a move to another depth. */
    static Optional<MovedProbe> moved(Probe probe, List<DepthReading> week) {
        return week.stream()
                .filter(reading -> reading.flags().contains(ReadingFlag.BREAK))
                .map(DepthReading::at)
                .min(Comparator.naturalOrder())
                .flatMap(broken -> MovedProbe.at(probe, week, broken));
    }

    private static List<Finding> findings(Probe probe, FleetVerdict verdict, Instant now) {
        AlarmSource source = AlarmSource.probe(probe.id());
        List<Reason> evidence = verdict.evidence();
        String sentence = evidence.stream().map(Reason::sentence).collect(Collectors.joining(" "));
        return List.of(
                new Finding(source, FarmRules.sensorFault(sentence), Report.of(now, verdict.unfit()), evidence),
                new Finding(
                        source,
                        FarmRules.probeMoved(sentence),
                        Report.of(now, verdict.moved().isPresent()),
                        evidence));
    }

    /** Evenings since a doubt began, where it is a new one: the account is drawn from them. */
    private void tellAgain(
            Site site, Probe probe, Optional<FleetVerdict> before, FleetVerdict verdict, LocalDate yesterday) {
        HashSet<Doubt> fresh = new HashSet<>(verdict.doubts());
        before.map(FleetVerdict::doubts).ifPresent(fresh::removeAll);
        Optional<LocalDate> from = fresh.stream()
                .map(doubt -> site.dateAt(doubt.since()))
                .min(Comparator.naturalOrder())
                .filter(day -> !day.isAfter(yesterday));
        from.ifPresent(first -> first.datesUntil(yesterday.plusDays(1)).forEach(evening -> {
            var digest = accounts.digest(probe, site.startOf(evening.plusDays(1)));
            if (digest.lastHeard().isPresent()) {
                jdbi.useTransaction(handle -> water.tell(handle, evening, digest));
            }
        }));
    }
}
