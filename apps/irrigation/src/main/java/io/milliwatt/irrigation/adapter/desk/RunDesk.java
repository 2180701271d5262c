package io.milliwatt.irrigation.adapter.desk;

import io.milliwatt.irrigation.adapter.db.AuditTrail;
import io.milliwatt.irrigation.adapter.db.Farm;
import io.milliwatt.irrigation.adapter.db.FarmDirectory;
import io.milliwatt.irrigation.adapter.db.RecommendationTable;
import io.milliwatt.irrigation.adapter.db.RecommendationTable.Stored;
import io.milliwatt.irrigation.adapter.db.Run;
import io.milliwatt.irrigation.adapter.db.RunSteps;
import io.milliwatt.irrigation.adapter.db.RunTable;
import io.milliwatt.irrigation.adapter.kafka.ValveCommands;
import io.milliwatt.irrigation.reason.Reason;
import io.milliwatt.irrigation.reason.ReasonCode;
import io.milliwatt.irrigation.recommendation.DecidedRecommendation;
import io.milliwatt.irrigation.recommendation.Decision;
import io.milliwatt.irrigation.recommendation.Recommendation;
import io.milliwatt.irrigation.safety.SafetyEvent;
import io.milliwatt.irrigation.schedule.Amount;
import io.milliwatt.irrigation.schedule.CycleAndSoak;
import io.milliwatt.irrigation.schedule.Plan;
import io.milliwatt.irrigation.schedule.RunPlan;
import io.milliwatt.irrigation.site.Site;
import io.milliwatt.irrigation.supply.Valve;
import io.milliwatt.irrigation.zone.Zone;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** What people decide about water: recommendations, runs by hand, and their end. */
@ApplicationScoped
public class RunDesk {

    private final Jdbi jdbi;
    private final FarmDirectory directory;
    private final RecommendationTable recommendations;
    private final RunTable runs;
    private final PlanDesk plans;
    private final SafetyDesk safety;
    private final ValveCommands commands;
    private final AuditTrail audit;
    private final Clock clock;

    RunDesk(
            Jdbi jdbi,
            FarmDirectory directory,
            RecommendationTable recommendations,
            RunTable runs,
            PlanDesk plans,
            SafetyDesk safety,
            ValveCommands commands,
            AuditTrail audit,
            Clock clock) {
        this.jdbi = jdbi;
        this.directory = directory;
        this.recommendations = recommendations;
        this.runs = runs;
        this.plans = plans;
        this.safety = safety;
        this.commands = commands;
        this.audit = audit;
        this.clock = clock;
    }

    /** Something that cannot be done, with the sentence why; nothing has changed. */
    public static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final transient Optional<Reason> reason;

        Refused(String sentence) {
            super(sentence);
            reason = Optional.empty();
        }

        Refused(Reason reason) {
            super(reason.sentence());
            this.reason = Optional.of(reason);
        }

        /** Why, with its figures; empty where the sentence is all there is. */
        public Optional<Reason> reason() {
            return reason;
        }
    }

    /**
     * Decides on a recommendation; water that is decided on is planned in the same transaction.
     *
     * @throws IllegalStateException where it is decided already or cannot be decided so
     * @throws Refused where an interlock stands against it, or no time is found
     */
    public Stored decide(long id, Decision decision, String by) {
        jdbi.useTransaction(handle -> {
            Stored stored = recommendations.lock(handle, id).orElseThrow();
            DecidedRecommendation decided = stored.decided().decide(decision, clock.instant());
            recommendations.decide(handle, id, decision);
            audit.add(
                    handle,
                    by,
                    "recommendation-" + decision.label(),
                    "zone:" + stored.advice().zoneId(),
                    Map.of(
                            "recommendation",
                            id,
                            "why",
                            RecommendationTable.why(decision).orElse("")));
            decided.amount().ifPresent(amount -> plan(handle, id, decided, amount, by));
        });
        return recommendations.find(id).orElseThrow();
    }

    private void plan(Handle handle, long id, DecidedRecommendation decided, Amount amount, String by) {
        Recommendation advice = decided.recommendation();
        Zone zone = directory.farm().zone(advice.zoneId()).orElseThrow();
        Site site = directory.farm().siteOf(zone);
        refuseWhatIsUnsafe(zone);
        Instant wanted = decided.decision() instanceof Decision.Changed changed
                        && changed.startAt().isPresent()
                ? changed.startAt().get()
                : advice.plan().map(RunPlan::start).orElse(clock.instant());
        Instant start = wanted.isBefore(clock.instant()) ? clock.instant() : wanted;
        Plan plan = plans.at(site, zone, amount, start, Optional.empty());
        RunPlan run = found(plan, zone);
        double net = run.grossMillimetres() * zone.method().efficiency();
        runs.add(handle, run, net, "recommendation", OptionalLong.of(id), Optional.empty(), by);
    }

    /** A run by hand; it stops by itself after its time. */
    public Run byHand(Zone zone, Amount amount, Optional<Instant> startAt, Optional<CycleAndSoak> cycles, String by) {
        Site site = directory.farm().siteOf(zone);
        refuseWhatIsUnsafe(zone);
        Instant now = clock.instant();
        Instant start = startAt.filter(wanted -> wanted.isAfter(now)).orElse(now);
        RunPlan plan = found(plans.at(site, zone, amount, start, cycles), zone);
        Reason reason = Reason.of(ReasonCode.MANUAL_RUN)
                .with("by", by)
                .with("minutes", plan.openTime().toSeconds() / 60.0);
        long id = jdbi.inTransaction(handle -> {
            long made = runs.add(
                    handle,
                    plan,
                    plan.grossMillimetres() * zone.method().efficiency(),
                    "manual",
                    OptionalLong.empty(),
                    Optional.of(reason),
                    by);
            audit.add(
                    handle,
                    by,
                    "run-asked",
                    "zone:" + zone.id(),
                    Map.of(
                            "run",
                            made,
                            "seconds",
                            plan.openTime().toSeconds(),
                            "start",
                            plan.start().toString()));
            return made;
        });
        return runs.find(id).orElseThrow();
    }

    /** Ends a run that is not over; a valve that is open for it is told to close. */
    public Run cancel(long id, String why, String by) {
        jdbi.useTransaction(handle -> {
            Run run = runs.lock(handle, id).orElseThrow();
            if (run.state().isOver()) {
                throw new Refused(
                        "The run " + id + " is over already (" + run.state().label() + ").");
            }
            boolean flowing = run.cycles().stream()
                    .anyMatch(cycle -> cycle.state() == Run.State.SENT || cycle.state() == Run.State.RUNNING);
            Instant now = clock.instant();
            runs.save(handle, RunSteps.given(run, "cancelled", Run.State.CANCELLED, now));
            audit.add(handle, by, "run-cancelled", "zone:" + run.zoneId(), Map.of("run", id, "why", why));
            if (flowing) {
                close(handle, directory.farm().valve(run.valveId()).orElseThrow(), now, by, why);
            }
        });
        commands.committed();
        return runs.find(id).orElseThrow();
    }

    /** Closes a valve now, whatever it is open for, and ends its run. */
    public void close(Valve valve, String by, String why) {
        jdbi.useTransaction(handle -> {
            Instant now = clock.instant();
            runs.unfinished(handle).stream()
                    .filter(run -> run.valveId().equals(valve.id()) && run.state() == Run.State.RUNNING)
                    .forEach(run -> runs.save(handle, RunSteps.given(run, "cancelled", Run.State.CANCELLED, now)));
            close(handle, valve, now, by, why);
        });
        commands.committed();
    }

    /** A person has looked after a valve that gave no water: what stood against opening it because of that stands no more. */
    public SafetyDesk.Told lookedAfter(Valve valve, String by, String why) {
        return jdbi.inTransaction(handle -> safety.tell(
                handle,
                safety.siteOf(valve),
                List.of(new SafetyEvent.FaultCleared(clock.instant(), valve.id(), by, why))));
    }

    /** Stops everything on a site and gives up what is running; what is planned stays, and is refused while the stop holds. */
    public SafetyDesk.Told stop(String siteId, String by, String why) {
        SafetyDesk.Told told = jdbi.inTransaction(handle -> {
            Instant now = clock.instant();
            Farm farm = directory.farm();
            runs.unfinished(handle).stream()
                    .filter(run -> run.state() == Run.State.RUNNING
                            && farm.source(run.sourceId())
                                    .filter(source -> source.siteId().equals(siteId))
                                    .isPresent())
                    .forEach(run -> runs.save(handle, RunSteps.given(run, "emergency-stop", Run.State.STOPPED, now)));
            return safety.tell(handle, siteId, List.of(new SafetyEvent.StopPressed(now, by, why)));
        });
        commands.committed();
        return told;
    }

    public SafetyDesk.Told release(String siteId, String by, String why) {
        SafetyDesk.Told told = jdbi.inTransaction(
                handle -> safety.tell(handle, siteId, List.of(new SafetyEvent.StopReleased(clock.instant(), by, why))));
        commands.committed();
        return told;
    }

    private void close(Handle handle, Valve valve, Instant now, String by, String why) {
        safety.tell(handle, safety.siteOf(valve), List.of(new SafetyEvent.CloseWanted(now, valve.id(), by, why)));
    }

    private void refuseWhatIsUnsafe(Zone zone) {
        List<Valve> valves = directory.farm().valvesOfZone(zone.id());
        if (valves.isEmpty()) {
            throw new Refused(Reason.of(ReasonCode.NO_VALVE));
        }
        safety.interlocks(valves.getFirst()).stream().findFirst().ifPresent(reason -> {
            throw new Refused(reason);
        });
    }

    private static RunPlan found(Plan plan, Zone zone) {
        return plan.of(zone.id())
                .orElseThrow(() -> plan.conflicts().stream()
                        .findFirst()
                        .map(conflict -> new Refused(conflict.reason()))
                        .orElseGet(() -> new Refused("No time was found for this watering.")));
    }
}
