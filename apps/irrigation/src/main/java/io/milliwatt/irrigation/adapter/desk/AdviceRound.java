package io.milliwatt.irrigation.adapter.desk;

import io.milliwatt.irrigation.adapter.db.AuditTrail;
import io.milliwatt.irrigation.adapter.db.Farm;
import io.milliwatt.irrigation.adapter.db.FarmDirectory;
import io.milliwatt.irrigation.adapter.db.RecommendationTable;
import io.milliwatt.irrigation.adapter.db.SoilReadingTable;
import io.milliwatt.irrigation.adapter.db.WaterTable;
import io.milliwatt.irrigation.adapter.live.FarmNews;
import io.milliwatt.irrigation.adapter.view.RecommendationView;
import io.milliwatt.irrigation.adapter.view.RecommendationViews;
import io.milliwatt.irrigation.probe.Probe;
import io.milliwatt.irrigation.recommendation.Action;
import io.milliwatt.irrigation.recommendation.Decision;
import io.milliwatt.irrigation.site.Site;
import io.milliwatt.irrigation.zone.Zone;
import io.milliwatt.platform.storage.SchemaMigration;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.OptionalLong;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;

/**
 * Once an hour for every zone: the evenings of its probes are summed up, its account is drawn, its advice is given, and what may open by itself is
 * accepted where the farm has said so.
 */
@ApplicationScoped
public class AdviceRound {

    private static final Logger LOG = Logger.getLogger(AdviceRound.class);
    private static final int LONGEST_CATCHING_UP_DAYS = 240;
    /** So that a fleet whose round takes longer by its share alone is through within the hour all the same. */
    private static final Duration RATHER_WITHIN = Duration.ofMinutes(30);

    private final FarmDirectory directory;
    private final ForecastDesk forecasts;
    private final AccountDesk accounts;
    private final AdviceDesk advice;
    private final RunDesk runs;
    private final RecommendationTable recommendations;
    private final RecommendationViews views;
    private final WaterTable water;
    private final SoilReadingTable readings;
    private final SchemaMigration schema;
    private final FarmNews news;
    private final Duty duty;
    private final Jdbi jdbi;
    private final Clock clock;

    AdviceRound(
            FarmDirectory directory,
            ForecastDesk forecasts,
            AccountDesk accounts,
            AdviceDesk advice,
            RunDesk runs,
            RecommendationTable recommendations,
            RecommendationViews views,
            WaterTable water,
            SoilReadingTable readings,
            SchemaMigration schema,
            FarmNews news,
            Duty duty,
            Jdbi jdbi,
            Clock clock) {
        this.directory = directory;
        this.forecasts = forecasts;
        this.accounts = accounts;
        this.advice = advice;
        this.runs = runs;
        this.recommendations = recommendations;
        this.views = views;
        this.water = water;
        this.readings = readings;
        this.schema = schema;
        this.news = news;
        this.duty = duty;
        this.jdbi = jdbi;
        this.clock = clock;
    }

    @Scheduled(
            every = "{milliwatt.advice.every:1h}",
            delayed = "30s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void hourly() {
        if (schema.isDone()) {
            all();
        }
    }

    /** Every zone of every site, with rests between; one that cannot be reckoned does not hold back the others. */
    public void all() {
        Farm farm = directory.farm();
        Duty.Turn turn = duty.begin(RATHER_WITHIN);
        for (Site site : farm.sites()) {
            try {
                forecasts.look(site, site.dateAt(clock.instant()));
            } catch (RuntimeException failure) {
                LOG.warnf("There is no forecast for the site %s: %s", site.id(), failure.getMessage());
            }
            if (!turn.rest()) {
                return;
            }
        }
        for (String id : farm.zones().stream().map(Zone::id).toList()) {
            try {
                // As it is set up when its turn comes: a large fleet's round takes many minutes.
                directory.farm().zone(id).ifPresent(this::zone);
            } catch (RuntimeException failure) {
                LOG.warnf("The zone %s could not be reckoned: %s", id, failure.getMessage());
            }
            if (!turn.rest()) {
                return;
            }
        }
    }

    /** One zone. */
    public void zone(Zone zone) {
        Farm farm = directory.farm();
        Site site = farm.siteOf(zone);
        farm.probesOfZone(zone.id()).forEach(probe -> evenings(site, probe));
        AdviceDesk.Advised advised = advice.advise(zone, false);
        news.changed(advised.transitions());
        acceptWhereTheFarmHasSaidSo(farm, zone, advised.recommendation());
        if (advised.recommendation().isPresent() && news.isHeard()) {
            recommendations
                    .find(advised.recommendation().getAsLong())
                    .map(views::of)
                    .ifPresent((RecommendationView view) -> news.changed(view));
        }
        news.changedZone(zone.id());
    }

    private void acceptWhereTheFarmHasSaidSo(Farm farm, Zone zone, OptionalLong id) {
        boolean allowed = farm.zoneDefinition(zone.id())
                .flatMap(definition -> definition.autoAccept())
                .orElse(false);
        if (!allowed || id.isEmpty()) {
            return;
        }
        recommendations
                .find(id.getAsLong())
                .filter(stored -> stored.advice().action() == Action.IRRIGATE
                        && stored.advice().automatic())
                .ifPresent(stored -> {
                    try {
                        runs.decide(
                                stored.id(),
                                new Decision.Accepted(clock.instant(), AuditTrail.SERVER),
                                AuditTrail.SERVER);
                    } catch (RunDesk.Refused refused) {
                        LOG.infof("The zone %s is not watered by itself: %s", zone.id(), refused.getMessage());
                    }
                });
    }

    /** What the probe said at the end of each day that is over and not summed up yet; yesterday's again, since readings come late. */
    private void evenings(Site site, Probe probe) {
        Instant now = clock.instant();
        LocalDate yesterday = site.dateAt(now).minusDays(1);
        LocalDate earliest = yesterday.minusDays(LONGEST_CATCHING_UP_DAYS);
        LocalDate installed = site.dateAt(probe.installedAt());
        LocalDate first = installed.isAfter(earliest) ? installed : earliest;
        LocalDate from = water.lastEvening(probe.id())
                .filter(last -> !last.isBefore(first))
                .or(() ->
                        readings.firstReading(probe.node(), site.startOf(first)).map(site::dateAt))
                .orElse(yesterday.plusDays(1));
        for (LocalDate day = from; !day.isAfter(yesterday); day = day.plusDays(1)) {
            LocalDate evening = day;
            Instant midnight = site.startOf(day.plusDays(1));
            var digest = accounts.digest(probe, midnight);
            if (digest.lastHeard().isPresent()) {
                jdbi.useTransaction(handle -> water.tell(handle, evening, digest));
            }
        }
    }
}
