package io.milliwatt.irrigation.safety;

import io.milliwatt.irrigation.supply.Valve;
import io.milliwatt.telemetry.ValveState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A node's valves as the contract has them: own maximum, latest start, lost link, reboot and stop; its timers can be broken for a test. */
final class ModelNode {
    private final long number;
    private final List<Valve> valves;
    private final Duration linkTimeout;
    private final boolean timersWork;
    private final Map<String, Instant> openSince = new TreeMap<>();
    private final Map<String, Instant> closesAt = new TreeMap<>();
    private final List<SafetyEvent> reports = new ArrayList<>();
    private Instant lastDownlink;
    private Instant lastReport;
    private boolean stopped;
    private int openings;

    ModelNode(long number, List<Valve> valves, Duration linkTimeout, boolean timersWork, Instant start) {
        this.number = number;
        this.valves = valves.stream().filter(valve -> valve.node() == number).toList();
        this.linkTimeout = linkTimeout;
        this.timersWork = timersWork;
        lastDownlink = start;
        lastReport = start;
    }

    boolean concerns(Order order) {
        return switch (order) {
            case Order.Open open -> valve(open.valveId()) != null;
            case Order.Close close -> valve(close.valveId()) != null;
            case Order.StopAll stop -> stop.node() == number;
            case Order.LiftStop lift -> lift.node() == number;
        };
    }

    void receive(Order order, Instant now) {
        lastDownlink = now;
        switch (order) {
            case Order.Open open -> open(open, now);
            case Order.Close close -> close(close.valveId(), ValveState.Cause.COMMAND, now);
            case Order.StopAll stop -> {
                stopped = true;
                valves.forEach(valve -> close(valve.id(), ValveState.Cause.EMERGENCY_STOP, now));
            }
            case Order.LiftStop lift -> stopped = false;
        }
    }

    /** A second opening of an open valve may make it longer, but never longer than its maximum since it really opened. */
    private void open(Order.Open order, Instant now) {
        Valve valve = valve(order.valveId());
        if (stopped || now.isAfter(order.latestStart())) {
            tell(valve.id(), false, stopped ? ValveState.Cause.EMERGENCY_STOP : ValveState.Cause.TOO_LATE, now);
            return;
        }
        openings += openSince.containsKey(valve.id()) ? 0 : 1;
        Instant since = openSince.computeIfAbsent(valve.id(), id -> now);
        Instant end = now.plus(order.open());
        Instant latest = since.plus(valve.maximumOpen());
        closesAt.put(valve.id(), end.isBefore(latest) ? end : latest);
        tell(valve.id(), true, ValveState.Cause.COMMAND, now);
    }

    private void close(String valveId, ValveState.Cause cause, Instant now) {
        openSince.remove(valveId);
        closesAt.remove(valveId);
        tell(valveId, false, cause, now);
    }

    void pass(Instant now) {
        for (Valve valve : valves) {
            if (timersWork && openSince.containsKey(valve.id())) {
                if (!now.isBefore(closesAt.get(valve.id()))) {
                    close(valve.id(), ValveState.Cause.FINISHED, now);
                } else if (Duration.between(lastDownlink, now).compareTo(linkTimeout) >= 0) {
                    close(valve.id(), ValveState.Cause.LINK_LOST, now);
                }
            }
        }
        if (Duration.between(lastReport, now).compareTo(Duration.ofMinutes(1)) >= 0) {
            lastReport = now;
            reports.add(new SafetyEvent.Heard(now, number));
            openSince.keySet().forEach(id -> tell(id, true, ValveState.Cause.COMMAND, now));
        }
    }

    void reboot(Instant now) {
        stopped = false;
        valves.forEach(valve -> close(valve.id(), ValveState.Cause.REBOOT, now));
    }

    List<SafetyEvent> takeReports() {
        List<SafetyEvent> taken = List.copyOf(reports);
        reports.clear();
        return taken;
    }

    int openings() {
        return openings;
    }

    Map<String, Instant> openSince() {
        return openSince;
    }

    private Valve valve(String id) {
        return valves.stream()
                .filter(valve -> valve.id().equals(id))
                .findFirst()
                .orElse(null);
    }

    private void tell(String valveId, boolean open, ValveState.Cause cause, Instant now) {
        reports.add(new SafetyEvent.Reported(now, valveId, open, cause));
    }
}
