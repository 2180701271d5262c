package io.milliwatt.irrigation.adapter.desk;

import io.milliwatt.irrigation.adapter.db.FarmDirectory;
import io.milliwatt.irrigation.adapter.db.SoilReadingTable;
import io.milliwatt.irrigation.adapter.live.FarmNews;
import io.milliwatt.irrigation.alarm.AlarmSource;
import io.milliwatt.irrigation.alarm.FarmRules;
import io.milliwatt.irrigation.briefing.NodeSign;
import io.milliwatt.irrigation.probe.Probe;
import io.milliwatt.platform.alarms.Observation.Report;
import io.milliwatt.platform.alarms.Transition;
import io.milliwatt.platform.alarms.store.AlarmBook;
import io.milliwatt.platform.alarms.store.AlarmBook.Sighting;
import io.milliwatt.platform.ingest.UndisturbedIntake;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;

/** Notices probes that say nothing: a soil node speaks once a day at least, so more than a day of silence is a fault. */
@ApplicationScoped
public class SilenceWatch {

    /** How long all must have been well with the server itself, before a silence is a node's. */
    private static final Duration SETTLED = Duration.ofMinutes(2);

    private final Jdbi jdbi;
    private final FarmDirectory directory;
    private final SoilReadingTable readings;
    private final AlarmBook alarms;
    private final UndisturbedIntake intake;
    private final FarmNews news;
    private final Clock clock;
    private final Duration allowed;

    SilenceWatch(
            Jdbi jdbi,
            FarmDirectory directory,
            SoilReadingTable readings,
            AlarmBook alarms,
            UndisturbedIntake intake,
            FarmNews news,
            Clock clock,
            @ConfigProperty(name = "milliwatt.silence-after", defaultValue = "26h") Duration allowed) {
        this.jdbi = jdbi;
        this.directory = directory;
        this.readings = readings;
        this.alarms = alarms;
        this.intake = intake;
        this.news = news;
        this.clock = clock;
        this.allowed = allowed;
    }

    @Scheduled(every = "60s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        if (intake.lasted(SETTLED)) {
            look(clock.instant());
        }
    }

    /** At a moment; a probe counts from when it was set where it was not heard since. */
    public void look(Instant now) {
        Collection<Probe> probes = directory.farm().probes();
        if (probes.isEmpty()) {
            return;
        }
        Map<Long, NodeSign> latest =
                readings.signs(probes.stream().map(Probe::node).toList());
        List<Sighting> sightings = probes.stream()
                .map(probe -> new Sighting(
                        AlarmSource.probe(probe.id()).toString(),
                        FarmRules.noData(allowed),
                        Report.of(now, lastSign(probe, latest).plus(allowed).isBefore(now))))
                .toList();
        List<Transition> transitions = jdbi.inTransaction(handle -> alarms.observe(handle, sightings));
        news.changed(transitions);
    }

    private static Instant lastSign(Probe probe, Map<Long, NodeSign> latest) {
        NodeSign last = latest.get(probe.node());
        return last == null || last.at().isBefore(probe.installedAt()) ? probe.installedAt() : last.at();
    }
}
