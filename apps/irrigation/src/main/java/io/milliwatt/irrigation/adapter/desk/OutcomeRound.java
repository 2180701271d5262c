package io.milliwatt.irrigation.adapter.desk;

import io.milliwatt.irrigation.adapter.db.Farm;
import io.milliwatt.irrigation.adapter.db.FarmDirectory;
import io.milliwatt.irrigation.adapter.db.RecommendationTable;
import io.milliwatt.irrigation.adapter.db.RecommendationTable.Stored;
import io.milliwatt.irrigation.adapter.db.Run;
import io.milliwatt.irrigation.adapter.db.RunTable;
import io.milliwatt.irrigation.adapter.db.SoilReadingTable;
import io.milliwatt.irrigation.adapter.live.FarmNews;
import io.milliwatt.irrigation.adapter.view.RecommendationView;
import io.milliwatt.irrigation.adapter.view.RecommendationViews;
import io.milliwatt.irrigation.alarm.AlarmSource;
import io.milliwatt.irrigation.alarm.FarmRules;
import io.milliwatt.irrigation.ledger.Entry;
import io.milliwatt.irrigation.ledger.Evidence;
import io.milliwatt.irrigation.ledger.LedgerDay;
import io.milliwatt.irrigation.probe.DepthReading;
import io.milliwatt.irrigation.probe.Probe;
import io.milliwatt.irrigation.probe.ProbeDigest;
import io.milliwatt.irrigation.recommendation.Aftermath;
import io.milliwatt.irrigation.recommendation.Outcome;
import io.milliwatt.irrigation.site.Site;
import io.milliwatt.irrigation.zone.Zone;
import io.milliwatt.platform.alarms.Observation.Report;
import io.milliwatt.platform.alarms.Transition;
import io.milliwatt.platform.alarms.store.AlarmBook;
import io.milliwatt.platform.alarms.store.AlarmBook.Sighting;
import io.milliwatt.platform.storage.SchemaMigration;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;

/** Tells of each recommendation that was followed what became of it, once its water has had the time to arrive; water that did not is an alarm. */
@ApplicationScoped
public class OutcomeRound {

    private static final Logger LOG = Logger.getLogger(OutcomeRound.class);

    private final Jdbi jdbi;
    private final FarmDirectory directory;
    private final RecommendationTable recommendations;
    private final RecommendationViews views;
    private final RunTable runs;
    private final SoilReadingTable readings;
    private final AccountDesk accounts;
    private final AlarmBook alarms;
    private final SchemaMigration schema;
    private final FarmNews news;
    private final Clock clock;

    OutcomeRound(
            Jdbi jdbi,
            FarmDirectory directory,
            RecommendationTable recommendations,
            RecommendationViews views,
            RunTable runs,
            SoilReadingTable readings,
            AccountDesk accounts,
            AlarmBook alarms,
            SchemaMigration schema,
            FarmNews news,
            Clock clock) {
        this.jdbi = jdbi;
        this.directory = directory;
        this.recommendations = recommendations;
        this.views = views;
        this.runs = runs;
        this.readings = readings;
        this.accounts = accounts;
        this.alarms = alarms;
        this.schema = schema;
        this.news = news;
        this.clock = clock;
    }

    @Scheduled(every = "10m", delayed = "60s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void pass() {
        if (schema.isDone()) {
            pass(clock.instant());
        }
    }

    /** All whose time has come at a moment; one that cannot be judged does not hold back the others. */
    public void pass(Instant now) {
        for (Stored stored : recommendations.withoutOutcome(now.minus(Aftermath.LOOK_BACK_AFTER))) {
            try {
                directory
                        .farm()
                        .zone(stored.advice().zoneId())
                        .ifPresent(zone -> tell(stored, zone, judge(stored, zone, now), now));
            } catch (RuntimeException failure) {
                LOG.warnf("What became of recommendation %d could not be told: %s", stored.id(), failure.getMessage());
            }
        }
    }

    private void tell(Stored stored, Zone zone, Outcome outcome, Instant now) {
        List<Transition> steps = jdbi.inTransaction(handle -> {
            recommendations.tellOutcome(handle, stored.id(), outcome);
            return alarms.observe(
                    handle,
                    List.of(new Sighting(
                            AlarmSource.zone(zone.id()).toString(),
                            FarmRules.moistureNotRising(),
                            Report.of(now, outcome.alarms()))));
        });
        news.changed(steps);
        recommendations.find(stored.id()).map(views::of).ifPresent((RecommendationView view) -> news.changed(view));
    }

    private Outcome judge(Stored stored, Zone zone, Instant now) {
        Entry.Watering watering = watering(stored, zone, now);
        Farm farm = directory.farm();
        Site site = farm.siteOf(zone);
        Optional<Probe> probe = farm.probesOfZone(zone.id()).stream().findFirst();
        List<DepthReading> seen = probe.map(known -> readings.readings(
                        known.node(),
                        watering.from().minus(ProbeDigest.HOLDS),
                        watering.until().plus(Aftermath.LOOK_BACK_AFTER)))
                .orElse(List.of());
        LocalDate first = site.dateAt(watering.from());
        LocalDate last = site.dateAt(watering.until()).plusDays(1);
        List<LedgerDay> days = accounts.account(zone, now).stream()
                .flatMap(account -> account.days().stream())
                .filter(day -> !day.date().isBefore(first) && !day.date().isAfter(last))
                .toList();
        return Aftermath.judge(zone, stored.advice().grossMillimetres(), watering, probe, seen, days);
    }

    /** The water of all its runs together; none where nothing was opened. */
    private Entry.Watering watering(Stored stored, Zone zone, Instant now) {
        List<Run> its = runs.ofRecommendations(List.of(stored.id()));
        List<Entry.Watering> parts = its.stream()
                .flatMap(run -> AccountDesk.watering(run, zone, now).stream())
                .toList();
        Instant planned = its.stream()
                .map(Run::plannedStart)
                .min(Comparator.naturalOrder())
                .orElse(stored.advice().madeAt());
        return new Entry.Watering(
                "recommendation/" + stored.id(),
                parts.stream()
                        .map(Entry.Watering::from)
                        .min(Comparator.naturalOrder())
                        .orElse(planned),
                parts.stream()
                        .map(Entry.Watering::until)
                        .max(Comparator.naturalOrder())
                        .orElse(planned),
                parts.stream().mapToDouble(Entry.Watering::cubicMetres).sum(),
                !parts.isEmpty() && parts.stream().allMatch(part -> part.evidence() == Evidence.METERED)
                        ? Evidence.METERED
                        : Evidence.TIMED,
                now);
    }
}
