package io.milliwatt.irrigation.safety;

import io.milliwatt.irrigation.reason.Reason;
import io.milliwatt.irrigation.supply.Valve;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The one authority over a site's valves. It keeps no state: that is the {@link SafetyState} handed in and out. */
public final class ValveSupervisor {
    private final List<Valve> valves;
    private final SafetyLimits limits;

    public ValveSupervisor(List<Valve> valves, SafetyLimits limits) {
        this.valves = List.copyOf(valves);
        this.limits = limits;
    }

    /** Takes one event in. */
    public Step step(SafetyState before, SafetyEvent event) {
        Watch watch = new Watch(valves, limits, before, event.at());
        switch (event) {
            case SafetyEvent.OpenWanted wanted ->
                watch.valve(wanted.valveId()).ifPresent(valve -> Openings.open(watch, valve, wanted));
            case SafetyEvent.CloseWanted wanted ->
                watch.valve(wanted.valveId())
                        .ifPresent(valve -> watch.close(valve, EndCause.CANCELLED, wanted.by(), Optional.empty()));
            case SafetyEvent.Reported reported -> Reports.take(watch, reported);
            case SafetyEvent.Heard heard -> watch.heard(heard.node());
            case SafetyEvent.Leak leak -> Faults.leak(watch, leak);
            case SafetyEvent.Blocked blocked -> Faults.blocked(watch, blocked);
            case SafetyEvent.DataDoubted doubted -> Faults.doubted(watch, doubted);
            case SafetyEvent.StopPressed pressed -> Stops.press(watch, pressed);
            case SafetyEvent.StopReleased released -> Stops.release(watch, released);
            case SafetyEvent.FaultCleared cleared -> Faults.clear(watch, cleared);
            case SafetyEvent.Tick tick -> Ticks.pass(watch);
        }
        Masters.follow(watch, event instanceof SafetyEvent.OpenWanted);
        return watch.step();
    }

    /** What stands against opening a valve now, for people to see before they try. */
    public List<Reason> interlocks(SafetyState state, String valveId, Instant now) {
        Watch watch = new Watch(valves, limits, state, now);
        return watch.valve(valveId)
                .map(valve -> Interlocks.of(valve, watch.sameSource(valve), state, limits, now))
                .orElse(List.of());
    }
}
