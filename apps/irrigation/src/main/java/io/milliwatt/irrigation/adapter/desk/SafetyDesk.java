package io.milliwatt.irrigation.adapter.desk;

import io.milliwatt.irrigation.adapter.db.AuditTrail;
import io.milliwatt.irrigation.adapter.db.Farm;
import io.milliwatt.irrigation.adapter.db.FarmDirectory;
import io.milliwatt.irrigation.adapter.db.SafetyTable;
import io.milliwatt.irrigation.adapter.kafka.ValveCommands;
import io.milliwatt.irrigation.alarm.AlarmSource;
import io.milliwatt.irrigation.alarm.FarmRules;
import io.milliwatt.irrigation.reason.Reason;
import io.milliwatt.irrigation.safety.AuditEntry;
import io.milliwatt.irrigation.safety.Order;
import io.milliwatt.irrigation.safety.SafetyEvent;
import io.milliwatt.irrigation.safety.SafetyLimits;
import io.milliwatt.irrigation.safety.SafetyState;
import io.milliwatt.irrigation.safety.Step;
import io.milliwatt.irrigation.safety.ValveSupervisor;
import io.milliwatt.irrigation.supply.Valve;
import io.milliwatt.platform.alarms.AlarmRule;
import io.milliwatt.platform.alarms.Observation.Report;
import io.milliwatt.platform.alarms.Transition;
import io.milliwatt.platform.alarms.store.AlarmBook;
import io.milliwatt.platform.alarms.store.AlarmBook.Sighting;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * The one authority over a site's valves, with its memory in the database: what it is told, what it orders and what it writes down happen in one
 * transaction or not at all.
 */
@ApplicationScoped
public class SafetyDesk {

    private final SafetyTable table;
    private final FarmDirectory directory;
    private final ValveCommands commands;
    private final AuditTrail audit;
    private final AlarmBook alarms;
    private final Clock clock;

    SafetyDesk(
            SafetyTable table,
            FarmDirectory directory,
            ValveCommands commands,
            AuditTrail audit,
            AlarmBook alarms,
            Clock clock) {
        this.table = table;
        this.directory = directory;
        this.commands = commands;
        this.audit = audit;
        this.alarms = alarms;
        this.clock = clock;
    }

    /**
     * What came of telling the watch something.
     *
     * @param opened numbers of the commands that open valves, by the valve's id
     * @param trail what was written down
     * @param transitions of alarms
     */
    public record Told(
            SafetyState state, Map<String, Long> opened, List<AuditEntry> trail, List<Transition> transitions) {

        /** Why a valve was not opened, the first reason of all; empty where it was. */
        public Optional<Reason> refusal(String valveId) {
            return trail.stream()
                    .filter(entry -> entry.kind() == AuditEntry.Kind.OPEN_REFUSED
                            && entry.subject().equals(valveId))
                    .flatMap(entry -> entry.reason().stream())
                    .findFirst();
        }
    }

    /** Tells the watch of a site, in order. */
    public Told tell(Handle handle, String siteId, List<SafetyEvent> events) {
        ValveSupervisor supervisor = supervisor(siteId);
        SafetyState before = table.lock(handle, siteId);
        SafetyState state = before;
        Map<String, Long> opened = new HashMap<>();
        List<AuditEntry> trail = new ArrayList<>();
        for (SafetyEvent event : events) {
            Step step = supervisor.step(state, event);
            state = step.state();
            step.orders().forEach(order -> carryOut(handle, order, opened));
            trail.addAll(step.audit());
        }
        if (!state.equals(before)) {
            table.save(handle, siteId, state);
        }
        trail.forEach(entry -> write(handle, siteId, entry));
        List<Sighting> seen = trail.stream()
                .flatMap(entry -> sightings(siteId, entry).stream())
                .toList();
        return new Told(state, opened, trail, alarms.observe(handle, seen));
    }

    /** What stands against opening a valve now, for people to see before they try. */
    public List<Reason> interlocks(Valve valve) {
        String siteId = siteOf(valve);
        return supervisor(siteId).interlocks(table.of(siteId), valve.id(), clock.instant());
    }

    public SafetyState state(String siteId) {
        return table.of(siteId);
    }

    public String siteOf(Valve valve) {
        return directory.farm().source(valve.sourceId()).orElseThrow().siteId();
    }

    public boolean hasValves(String siteId) {
        return !valves(siteId).isEmpty();
    }

    private ValveSupervisor supervisor(String siteId) {
        return new ValveSupervisor(valves(siteId), SafetyLimits.USUAL);
    }

    private List<Valve> valves(String siteId) {
        Farm farm = directory.farm();
        return farm.valves().stream()
                .filter(valve -> farm.source(valve.sourceId())
                        .filter(source -> source.siteId().equals(siteId))
                        .isPresent())
                .toList();
    }

    private void carryOut(Handle handle, Order order, Map<String, Long> opened) {
        Farm farm = directory.farm();
        switch (order) {
            case Order.Open open ->
                farm.valve(open.valveId())
                        .ifPresent(valve ->
                                opened.put(valve.id(), commands.open(handle, valve, open.open(), open.latestStart())));
            case Order.Close close -> farm.valve(close.valveId()).ifPresent(valve -> commands.close(handle, valve));
            case Order.StopAll stop -> commands.stopAll(handle, stop.node());
            case Order.LiftStop lift -> commands.liftStop(handle, lift.node());
        }
    }

    private void write(Handle handle, String siteId, AuditEntry entry) {
        Map<String, Object> detail = new HashMap<>();
        entry.runId().ifPresent(run -> detail.put("run", run));
        entry.cause().ifPresent(cause -> detail.put("cause", cause.label()));
        entry.reason().ifPresent(reason -> detail.put("reason", reason.sentence()));
        audit.add(handle, entry.by(), "valve-" + entry.kind().label(), subject(siteId, entry), detail);
    }

    private String subject(String siteId, AuditEntry entry) {
        return directory
                .farm()
                .valve(entry.subject())
                .map(valve -> AlarmSource.valve(valve.id()))
                .orElse(AlarmSource.site(siteId))
                .toString();
    }

    private List<Sighting> sightings(String siteId, AuditEntry entry) {
        String source = subject(siteId, entry);
        Instant at = entry.at();
        return switch (entry.kind()) {
            case NOT_CLOSING -> List.of(seen(source, FarmRules.openTooLong(), at, true));
            case CLOSE_ORDERED ->
                entry.cause()
                        .filter(cause -> cause == io.milliwatt.irrigation.safety.EndCause.NOT_CONFIRMED)
                        .map(cause -> List.of(seen(source, FarmRules.notConfirmed(), at, true)))
                        .orElse(List.of());
            case CLOSED -> List.of(seen(source, FarmRules.openTooLong(), at, false));
            case OPENED -> List.of(seen(source, FarmRules.notConfirmed(), at, false));
            case STOP_PRESSED ->
                List.of(seen(AlarmSource.site(siteId).toString(), FarmRules.emergencyStop(), at, true));
            case STOP_RELEASED ->
                List.of(seen(AlarmSource.site(siteId).toString(), FarmRules.emergencyStop(), at, false));
            case FAULT_CLEARED -> List.of(seen(source, FarmRules.blocked(), at, false));
            case OPEN_ORDERED, OPEN_REFUSED, LINK_LOST, LEAK_SEEN, LEAK_ENDED, BLOCKED_SEEN -> List.of();
        };
    }

    private static Sighting seen(String source, AlarmRule rule, Instant at, boolean present) {
        return new Sighting(source, rule, Report.of(at, present));
    }
}
