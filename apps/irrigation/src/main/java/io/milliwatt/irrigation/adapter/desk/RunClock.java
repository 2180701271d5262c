package io.milliwatt.irrigation.adapter.desk;

import io.milliwatt.irrigation.adapter.db.AuditTrail;
import io.milliwatt.irrigation.adapter.db.Farm;
import io.milliwatt.irrigation.adapter.db.FarmDirectory;
import io.milliwatt.irrigation.adapter.db.RecommendationTable;
import io.milliwatt.irrigation.adapter.db.Run;
import io.milliwatt.irrigation.adapter.db.Run.Pulse;
import io.milliwatt.irrigation.adapter.db.RunSteps;
import io.milliwatt.irrigation.adapter.db.RunTable;
import io.milliwatt.irrigation.adapter.db.SoilReadingTable;
import io.milliwatt.irrigation.adapter.kafka.ValveCommands;
import io.milliwatt.irrigation.adapter.live.FarmNews;
import io.milliwatt.irrigation.probe.Probe;
import io.milliwatt.irrigation.probe.ReadingFlag;
import io.milliwatt.irrigation.reason.Reason;
import io.milliwatt.irrigation.safety.Grounds;
import io.milliwatt.irrigation.safety.SafetyEvent;
import io.milliwatt.irrigation.site.Site;
import io.milliwatt.irrigation.supply.Valve;
import io.milliwatt.platform.alarms.Transition;
import io.milliwatt.platform.storage.SchemaMigration;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Lets time pass for waterings: begins what is due, if nothing stands against it then, and watches over what is open. */
@ApplicationScoped
public class RunClock {

    private static final Logger LOG = Logger.getLogger(RunClock.class);
    /** A cycle that could not begin for so long is given up: the night has gone on. */
    private static final Duration LATEST = Duration.ofMinutes(30);

    private final Jdbi jdbi;
    private final FarmDirectory directory;
    private final RunTable runs;
    private final RecommendationTable recommendations;
    private final SoilReadingTable readings;
    private final SafetyDesk safety;
    private final AdviceDesk advice;
    private final ValveCommands commands;
    private final AuditTrail audit;
    private final SchemaMigration schema;
    private final FarmNews news;
    private final Clock clock;

    RunClock(
            Jdbi jdbi,
            FarmDirectory directory,
            RunTable runs,
            RecommendationTable recommendations,
            SoilReadingTable readings,
            SafetyDesk safety,
            AdviceDesk advice,
            ValveCommands commands,
            AuditTrail audit,
            SchemaMigration schema,
            FarmNews news,
            Clock clock) {
        this.jdbi = jdbi;
        this.directory = directory;
        this.runs = runs;
        this.recommendations = recommendations;
        this.readings = readings;
        this.safety = safety;
        this.advice = advice;
        this.commands = commands;
        this.audit = audit;
        this.schema = schema;
        this.news = news;
        this.clock = clock;
    }

    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void pass() {
        if (schema.isDone()) {
            pass(clock.instant());
        }
    }

    /** What is due at a moment; one that fails does not hold back the others. */
    public void pass(Instant now) {
        for (Run run : runs.unfinished()) {
            try {
                due(run, now).ifPresent(cycle -> begin(run.id(), cycle.place(), now));
            } catch (RuntimeException failure) {
                LOG.warnf("The run %d could not go on: %s", run.id(), failure.getMessage());
            }
        }
        for (Site site : directory.farm().sites()) {
            if (!safety.hasValves(site.id())) {
                continue;
            }
            List<Transition> steps = jdbi.inTransaction(handle -> {
                SafetyDesk.Told told = safety.tell(handle, site.id(), List.of(new SafetyEvent.Tick(now)));
                giveUpWhatTheWatchClosed(handle, told, now);
                return told.transitions();
            });
            news.changed(steps);
        }
        commands.committed();
    }

    private static Optional<Pulse> due(Run run, Instant now) {
        boolean busy = run.cycles().stream()
                .anyMatch(cycle -> cycle.state() == Run.State.SENT || cycle.state() == Run.State.RUNNING);
        return busy
                ? Optional.empty()
                : run.cycles().stream()
                        .filter(cycle -> cycle.state() == Run.State.PLANNED
                                && !cycle.startAt().isAfter(now))
                        .findFirst();
    }

    private void begin(long runId, int place, Instant now) {
        Run after = jdbi.inTransaction(handle -> {
            Run run = runs.lock(handle, runId).orElseThrow();
            Optional<Pulse> cycle = due(run, now).filter(next -> next.place() == place);
            if (run.state().isOver() || cycle.isEmpty()) {
                return run;
            }
            Run stepped = begin(handle, run, cycle.get(), now);
            runs.save(handle, stepped);
            return stepped;
        });
        commands.committed();
        news.changed(after);
    }

    private Run begin(Handle handle, Run run, Pulse cycle, Instant now) {
        Optional<Valve> valve = directory.farm().valve(run.valveId());
        if (valve.isEmpty() || cycle.startAt().plus(LATEST).isBefore(now)) {
            return givenUp(handle, run, "not-possible", Optional.empty(), now);
        }
        SafetyEvent wanted = new SafetyEvent.OpenWanted(
                now,
                valve.get().id(),
                name(run, cycle),
                Duration.ofSeconds(cycle.seconds()),
                grounds(run, now),
                lockouts(run, now));
        SafetyDesk.Told told = safety.tell(handle, safety.siteOf(valve.get()), List.of(wanted));
        Long sequence = told.opened().get(valve.get().id());
        return sequence == null
                ? givenUp(handle, run, "interlock", told.refusal(valve.get().id()), now)
                : RunSteps.sent(run, cycle.place(), sequence, now);
    }

    private Run givenUp(Handle handle, Run run, String cause, Optional<Reason> reason, Instant now) {
        audit.add(
                handle,
                AuditTrail.SERVER,
                "run-refused",
                "zone:" + run.zoneId(),
                Map.of("run", run.id(), "why", reason.map(Reason::sentence).orElse(cause)));
        return RunSteps.given(run, cause, Run.State.FAILED, now).because(reason);
    }

    /** The watch closes what was not confirmed, what is beyond its time, or what is not heard any more: those runs are over. */
    private void giveUpWhatTheWatchClosed(Handle handle, SafetyDesk.Told told, Instant now) {
        told.trail().stream()
                .filter(entry -> entry.kind() == io.milliwatt.irrigation.safety.AuditEntry.Kind.CLOSE_ORDERED)
                .filter(entry -> entry.runId().isPresent() && entry.cause().isPresent())
                .forEach(entry -> runId(entry.runId().get())
                        .flatMap(id -> runs.lock(handle, id))
                        .filter(run -> !run.state().isOver())
                        .ifPresent(run -> {
                            String cause = entry.cause().get().label();
                            boolean completed = cause.equals("completed");
                            if (!completed) {
                                runs.save(handle, RunSteps.given(run, cause, Run.State.STOPPED, now));
                            }
                        }));
    }

    /** A person who waters by hand in a frosty night may know why; a plan does not. */
    private List<Reason> lockouts(Run run, Instant now) {
        return run.recommendationId().isEmpty()
                ? List.of()
                : directory
                        .farm()
                        .zone(run.zoneId())
                        .map(zone -> advice.lockouts(zone, now))
                        .orElse(List.of());
    }

    static String name(Run run, Pulse cycle) {
        return run.id() + "/" + cycle.place();
    }

    private static Optional<Long> runId(String name) {
        int slash = name.indexOf('/');
        return slash > 0 ? Optional.of(Long.valueOf(name.substring(0, slash))) : Optional.empty();
    }

    /** On what the opening stands now: never on what is stale or has become doubtful since. */
    private Grounds grounds(Run run, Instant now) {
        if (run.recommendationId().isEmpty()) {
            return new Grounds.ByHand(run.createdBy());
        }
        Farm farm = directory.farm();
        List<Probe> probes = farm.probesOfZone(run.zoneId());
        List<SoilReadingTable.Latest> latest = new ArrayList<>(
                readings.latest(probes.stream().map(Probe::node).toList()).values());
        Instant advised = recommendations
                .find(run.recommendationId().getAsLong())
                .map(stored -> stored.advice().madeAt())
                .orElse(now);
        Instant dataAt = latest.stream()
                .map(SoilReadingTable.Latest::at)
                .max(Instant::compareTo)
                .filter(at -> at.isAfter(advised))
                .orElse(advised);
        boolean doubtful = !latest.isEmpty()
                && latest.stream()
                        .allMatch(reading -> reading.flags().stream()
                                .allMatch(flags -> ReadingFlag.ofBits(flags.intValue()).stream()
                                        .anyMatch(ReadingFlag::excludes)));
        return run.createdBy().equals(AuditTrail.SERVER)
                ? new Grounds.Automatic(dataAt, doubtful)
                : new Grounds.Accepted(run.createdBy(), dataAt, doubtful);
    }
}
