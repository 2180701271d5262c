package io.milliwatt.irrigation.adapter.desk;

import io.milliwatt.irrigation.adapter.db.Farm;
import io.milliwatt.irrigation.adapter.db.FarmDirectory;
import io.milliwatt.irrigation.adapter.db.SoilReadingTable;
import io.milliwatt.irrigation.adapter.db.SoilReadingTable.Latest;
import io.milliwatt.irrigation.adapter.db.WeatherTable;
import io.milliwatt.irrigation.adapter.live.FarmNews;
import io.milliwatt.irrigation.briefing.NodeSign;
import io.milliwatt.irrigation.probe.FaultSearch;
import io.milliwatt.irrigation.probe.FleetVerdict;
import io.milliwatt.irrigation.probe.Probe;
import io.milliwatt.irrigation.site.Site;
import io.milliwatt.irrigation.weather.WeatherDay;
import io.milliwatt.platform.storage.SchemaMigration;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Looks at every probe of the fleet each night, and again when it has told for some hours. The work comes in slices with pauses between, so that readings
 * and questions of people go on meanwhile; what is done is stored probe by probe, so a restart goes on where it was.
 */
@ApplicationScoped
public class HealthRound {

    private static final Logger LOG = Logger.getLogger(HealthRound.class);

    /** Readings of the evening may still be on their way at midnight. */
    private static final LocalTime NIGHT_BEGINS = LocalTime.of(1, 0);

    /** A probe that has told for so long since the last look is looked at again. */
    private static final Duration TOLD_SINCE = Duration.ofHours(6);

    private static final Duration ASKED_AGAIN = Duration.ofMinutes(5);

    private final FarmDirectory directory;
    private final SoilReadingTable readings;
    private final WeatherTable weather;
    private final HealthBook book;
    private final ProbeLook look;
    private final SchemaMigration schema;
    private final FarmNews news;
    private final Clock clock;
    private final Duty duty;
    private final Duration slice;
    private final Deque<String> waiting = new ArrayDeque<>();
    private Instant askedAt = Instant.MIN;

    HealthRound(
            FarmDirectory directory,
            SoilReadingTable readings,
            WeatherTable weather,
            HealthBook book,
            ProbeLook look,
            SchemaMigration schema,
            FarmNews news,
            Clock clock,
            Duty duty,
            @ConfigProperty(name = "milliwatt.health.slice", defaultValue = "10s") Duration slice) {
        this.directory = directory;
        this.readings = readings;
        this.weather = weather;
        this.book = book;
        this.look = look;
        this.schema = schema;
        this.news = news;
        this.clock = clock;
        this.duty = duty;
        this.slice = slice;
    }

    @Scheduled(
            every = "{milliwatt.health.every:1s}",
            delayed = "60s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void regularly() {
        if (schema.isDone()) {
            pass(clock.instant());
        }
    }

    /**
     * One slice of the work, with a rest after each probe.
     *
     * @return how many probes still wait
     */
    public synchronized int pass(Instant now) {
        Farm farm = directory.farm();
        boolean begins = waiting.isEmpty();
        if (begins && askedAt.plus(ASKED_AGAIN).isBefore(now)) {
            waiting.addAll(due(farm, now));
            askedAt = now;
        }
        long end = System.nanoTime() + slice.toNanos();
        Duty.Turn turn = begins ? duty.begin() : duty.goOn();
        Map<String, Map<LocalDate, WeatherDay>> skies = new HashMap<>();
        boolean goesOn = true;
        while (!waiting.isEmpty() && goesOn && System.nanoTime() < end) {
            String id = waiting.poll();
            farm.probe(id).ifPresent(probe -> look(farm, probe, skies, now));
            goesOn = turn.rest();
        }
        return waiting.size();
    }

    /** All that are due at a moment, without pauses. */
    public synchronized void all(Instant now) {
        Farm farm = directory.farm();
        waiting.clear();
        Map<String, Map<LocalDate, WeatherDay>> skies = new HashMap<>();
        due(farm, now).forEach(id -> farm.probe(id).ifPresent(probe -> look(farm, probe, skies, now)));
        askedAt = now;
    }

    private void look(Farm farm, Probe probe, Map<String, Map<LocalDate, WeatherDay>> skies, Instant now) {
        try {
            Site site = farm.siteOf(farm.zone(probe.zoneId()).orElseThrow());
            Map<LocalDate, WeatherDay> sky = skies.computeIfAbsent(site.id(), key -> sky(site, now));
            Optional<Latest> newest =
                    Optional.ofNullable(readings.latest(List.of(probe.node())).get(probe.node()));
            // Another server may have looked at it meanwhile.
            if (isDue(farm, probe, newest.map(Latest::at), now)) {
                look.look(probe, newest, sky, now);
                news.changedProbe(probe.id());
            }
        } catch (RuntimeException failure) {
            LOG.warnf("The probe %s could not be looked at: %s", probe.id(), failure.getMessage());
        }
    }

    private Map<LocalDate, WeatherDay> sky(Site site, Instant now) {
        LocalDate today = site.dateAt(now);
        return weather.days(site.id(), today.minusDays(FaultSearch.HISTORY_DAYS), today).stream()
                .collect(Collectors.toMap(WeatherDay::day, Function.identity()));
    }

    /** Those whose night has come or that have told for some hours, the longest waiting first. */
    private List<String> due(Farm farm, Instant now) {
        Map<Long, NodeSign> signs =
                readings.signs(farm.probes().stream().map(Probe::node).toList());
        return farm.probes().stream()
                .filter(probe -> isDue(
                        farm,
                        probe,
                        Optional.ofNullable(signs.get(probe.node())).map(NodeSign::at),
                        now))
                .sorted(Comparator.comparing(
                        probe -> book.of(probe.id()).map(FleetVerdict::judgedAt).orElse(Instant.EPOCH)))
                .map(Probe::id)
                .toList();
    }

    private boolean isDue(Farm farm, Probe probe, Optional<Instant> heard, Instant now) {
        Optional<FleetVerdict> known = book.of(probe.id());
        if (known.isEmpty() || known.get().judgedAt().isBefore(probe.installedAt())) {
            return heard.isPresent();
        }
        Site site = farm.siteOf(farm.zone(probe.zoneId()).orElseThrow());
        LocalDate yesterday = site.dateAt(now).minusDays(1);
        boolean night =
                known.get().through().map(day -> day.isBefore(yesterday)).orElse(true)
                        && !site.localTime(now).toLocalTime().isBefore(NIGHT_BEGINS);
        boolean told = heard.filter(at -> known.get()
                        .readAt()
                        .map(read -> read.plus(TOLD_SINCE).isBefore(at))
                        .orElse(true))
                .isPresent();
        return night || told;
    }
}
