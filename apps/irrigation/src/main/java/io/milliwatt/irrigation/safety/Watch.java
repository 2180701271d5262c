package io.milliwatt.irrigation.safety;

import io.milliwatt.irrigation.reason.Reason;
import io.milliwatt.irrigation.supply.Valve;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One event being worked on: the state so far, and what it will tell. */
final class Watch {
    static final String BY_WATCH = "watch";
    static final String BY_NODE = "node";
    static final String SITE = "site";

    private final List<Valve> valves;
    private final SafetyLimits limits;
    private final Instant now;
    private final List<Order> orders = new ArrayList<>();
    private final List<AuditEntry> audit = new ArrayList<>();
    private SafetyState state;

    Watch(List<Valve> valves, SafetyLimits limits, SafetyState state, Instant now) {
        this.valves = valves;
        this.limits = limits;
        this.state = state;
        this.now = now;
    }

    Step step() {
        return new Step(state, orders, audit);
    }

    Instant now() {
        return now;
    }

    SafetyLimits limits() {
        return limits;
    }

    SafetyState state() {
        return state;
    }

    List<Valve> valves() {
        return valves;
    }

    Optional<Valve> valve(String id) {
        return valves.stream().filter(valve -> valve.id().equals(id)).findFirst();
    }

    List<Valve> sameSource(Valve of) {
        return valves.stream()
                .filter(valve -> valve.sourceId().equals(of.sourceId()))
                .toList();
    }

    Optional<Valve> master(Valve of) {
        return sameSource(of).stream().filter(Valve::isMaster).findFirst();
    }

    ValveWatch of(Valve valve) {
        return state.valve(valve.id(), now);
    }

    void set(SafetyState next) {
        state = next;
    }

    void set(Valve valve, ValveWatch next) {
        state = state.with(valve.id(), next);
    }

    void heard(long node) {
        state = state.heard(node, now);
    }

    void order(Order order) {
        orders.add(order);
    }

    /** Orders a valve open; whoever calls has asked the interlocks. */
    void open(Valve valve, Duration length, String run, boolean automatic, String by) {
        Instant latest = now.plus(limits.startWindow());
        // From the latest start on, so that the node's own end always comes first and this one is the backstop.
        set(valve, of(valve).opening(now, latest.plus(length), run, automatic));
        order(new Order.Open(valve.id(), length, latest));
        write(AuditEntry.Kind.OPEN_ORDERED, valve.id(), by, Optional.of(run), Optional.empty(), Optional.empty());
    }

    /** Orders a valve closed that may be open; says so once, and repeats the order in silence. */
    void close(Valve valve, EndCause cause, String by, Optional<Reason> reason) {
        ValveWatch watch = of(valve);
        if (!watch.mayBeOpen()) {
            return;
        }
        boolean first = watch.phase() != ValveWatch.Phase.CLOSING;
        set(valve, watch.closing(now, cause));
        order(new Order.Close(valve.id()));
        if (first) {
            write(AuditEntry.Kind.CLOSE_ORDERED, valve.id(), by, watch.runId(), Optional.of(cause), reason);
        }
    }

    void write(
            AuditEntry.Kind kind,
            String subject,
            String by,
            Optional<String> run,
            Optional<EndCause> cause,
            Optional<Reason> reason) {
        audit.add(new AuditEntry(now, kind, subject, by, run, cause, reason));
    }
}
