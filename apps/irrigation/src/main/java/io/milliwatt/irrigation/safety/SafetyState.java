package io.milliwatt.irrigation.safety;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * All that the watch of a site remembers; stored with what it was made from, so that a killed server goes on where it was.
 *
 * @param valves by id
 * @param heard when each node was last heard
 * @param leaks litres a minute by the node that sees them
 */
public record SafetyState(
        Optional<EmergencyStop> stop,
        Map<String, ValveWatch> valves,
        Map<Long, Instant> heard,
        Map<Long, Double> leaks) {

    /** Nothing known yet: every valve will be closed first. */
    public static final SafetyState BLANK = new SafetyState(Optional.empty(), Map.of(), Map.of(), Map.of());

    public SafetyState {
        valves = Map.copyOf(valves);
        heard = Map.copyOf(heard);
        leaks = Map.copyOf(leaks);
    }

    public ValveWatch valve(String id, Instant now) {
        return valves.getOrDefault(id, ValveWatch.unknown(now));
    }

    SafetyState with(String id, ValveWatch watch) {
        Map<String, ValveWatch> next = new TreeMap<>(valves);
        next.put(id, watch);
        return new SafetyState(stop, next, heard, leaks);
    }

    SafetyState withStop(Optional<EmergencyStop> next) {
        return new SafetyState(next, valves, heard, leaks);
    }

    SafetyState heard(long node, Instant at) {
        Map<Long, Instant> next = new TreeMap<>(heard);
        next.merge(node, at, (a, b) -> a.isAfter(b) ? a : b);
        return new SafetyState(stop, valves, next, leaks);
    }

    SafetyState withLeak(long node, double litresPerMinute) {
        Map<Long, Double> next = new TreeMap<>(leaks);
        next.put(node, litresPerMinute);
        return new SafetyState(stop, valves, heard, next);
    }

    SafetyState withoutLeak(long node) {
        Map<Long, Double> next = new TreeMap<>(leaks);
        next.remove(node);
        return new SafetyState(stop, valves, heard, next);
    }
}
