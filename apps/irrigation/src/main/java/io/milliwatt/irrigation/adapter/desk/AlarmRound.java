package io.milliwatt.irrigation.adapter.desk;

import io.milliwatt.irrigation.adapter.db.Farm;
import io.milliwatt.irrigation.adapter.db.FarmDirectory;
import io.milliwatt.irrigation.alarm.AlarmSource;
import io.milliwatt.irrigation.alarm.DiseaseWatch;
import io.milliwatt.irrigation.alarm.FarmRules;
import io.milliwatt.irrigation.alarm.Finding;
import io.milliwatt.irrigation.alarm.FrostWatch;
import io.milliwatt.irrigation.site.Site;
import io.milliwatt.irrigation.zone.Zone;
import io.milliwatt.platform.alarms.Alarm;
import io.milliwatt.platform.alarms.AlarmRule;
import io.milliwatt.platform.alarms.Observation.Report;
import io.milliwatt.platform.alarms.store.AlarmBook;
import io.milliwatt.platform.storage.SchemaMigration;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Looks over the farm for what no single frame tells: frost to come, infections that no spray covers, allocations that are nearly used. What there is
 * nothing to say of any more (another crop, a removed allocation, no evidence) is over.
 */
@ApplicationScoped
public class AlarmRound {

    private static final Logger LOG = Logger.getLogger(AlarmRound.class);
    private static final Duration RATHER_WITHIN = Duration.ofMinutes(5);

    private final FarmDirectory directory;
    private final CropWeather weather;
    private final AllocationDesk allocations;
    private final AlarmBook alarms;
    private final FindingDesk findings;
    private final SchemaMigration schema;
    private final Duty duty;
    private final Clock clock;

    AlarmRound(
            FarmDirectory directory,
            CropWeather weather,
            AllocationDesk allocations,
            AlarmBook alarms,
            FindingDesk findings,
            SchemaMigration schema,
            Duty duty,
            Clock clock) {
        this.directory = directory;
        this.weather = weather;
        this.allocations = allocations;
        this.alarms = alarms;
        this.findings = findings;
        this.schema = schema;
        this.duty = duty;
        this.clock = clock;
    }

    @Scheduled(
            every = "{milliwatt.alarms.every:15m}",
            delayed = "45s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void regularly() {
        if (schema.isDone()) {
            look(clock.instant());
        }
    }

    /** At a moment; what cannot be looked at does not hold back the rest, and leaves its alarms as they are. */
    public void look(Instant now) {
        Farm farm = directory.farm();
        Duty.Turn turn = duty.begin(RATHER_WITHIN);
        for (Site site : farm.sites()) {
            List<AlarmSource> sources = new ArrayList<>(List.of(AlarmSource.site(site.id())));
            List<Zone> zones = farm.zonesOfSite(site.id());
            zones.forEach(zone -> sources.add(AlarmSource.zone(zone.id())));
            farm.sources().stream()
                    .filter(source -> source.siteId().equals(site.id()))
                    .forEach(source -> sources.add(AlarmSource.water(source.id())));
            look(site, zones, sources, now, turn);
            if (!turn.rest()) {
                return;
            }
        }
    }

    private void look(Site site, List<Zone> zones, List<AlarmSource> sources, Instant now, Duty.Turn turn) {
        List<Alarm> standing = alarms
                .openOf(sources.stream().map(AlarmSource::toString).toList())
                .stream()
                .filter(alarm -> alarm.returnedAt().isEmpty() && FarmRules.isOfTheRound(alarm.rule()))
                .toList();
        List<Finding> found = new ArrayList<>();
        try {
            found.addAll(frost(site, zones, now));
            found.addAll(allocations.look(site, now));
            for (Zone zone : zones) {
                found.addAll(diseases(site, zone, standing, now));
                if (!turn.rest()) {
                    return;
                }
            }
        } catch (RuntimeException failure) {
            LOG.warnf("The site %s could not be looked over for alarms: %s", site.id(), failure.getMessage());
            return;
        }
        findings.tell(Stream.concat(found.stream(), over(standing, found, now)).toList());
    }

    private List<Finding> frost(Site site, List<Zone> zones, Instant now) {
        return FrostWatch.look(
                        AlarmSource.site(site.id()),
                        site.timeZone(),
                        weather.criticalCelsius(zones, site.dateAt(now)),
                        weather.lowestWithEvidence(site, zones, now),
                        now)
                .stream()
                .toList();
    }

    private List<Finding> diseases(Site site, Zone zone, List<Alarm> standing, Instant now) {
        AlarmSource source = AlarmSource.zone(zone.id());
        Predicate<AlarmRule> stands = rule -> standing.stream()
                .anyMatch(alarm ->
                        alarm.source().equals(source.toString()) && alarm.rule().equals(rule.name()));
        return DiseaseWatch.look(source, weather.diseases(zone, now), stands, site.dateAt(now), now);
    }

    /** What stood and was not found again. */
    private static Stream<Finding> over(List<Alarm> standing, List<Finding> found, Instant now) {
        return standing.stream()
                .filter(alarm -> found.stream()
                        .noneMatch(finding -> finding.source().toString().equals(alarm.source())
                                && finding.rule().name().equals(alarm.rule())))
                .map(alarm -> new Finding(
                        AlarmSource.parse(alarm.source()),
                        FarmRules.over(alarm.rule()),
                        Report.of(now, false),
                        List.of()));
    }
}
