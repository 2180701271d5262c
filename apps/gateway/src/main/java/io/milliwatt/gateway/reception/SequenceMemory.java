package io.milliwatt.gateway.reception;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The windows of all nodes, in memory, and written back now and then. Safe for use by several threads. */
public final class SequenceMemory {
    private final Map<Long, NodeMemory> nodes = new ConcurrentHashMap<>();

    NodeMemory of(long node) {
        return nodes.computeIfAbsent(node, number -> new NodeMemory());
    }

    /** Takes over what an earlier life stored; a window of another release's width is forgotten, which is harmless. */
    public void load(WindowStore store) {
        store.all().stream()
                .filter(state -> state.seen().length == SequenceWindow.BYTES)
                .forEach(state -> of(state.node()).restore(state));
    }

    /** Stores what changed since the last call that succeeded. */
    public void writeBack(WindowStore store) {
        List<WindowState> changes = new ArrayList<>();
        nodes.forEach((number, memory) -> changes.addAll(memory.takeChanges(number)));
        if (changes.isEmpty()) {
            return;
        }
        try {
            store.replace(changes);
        } catch (RuntimeException failure) {
            changes.forEach(state -> of(state.node()).markChanged());
            throw failure;
        }
    }

    /** The newest frame of a node that Kafka has. */
    public Optional<WindowState> newest(long node) {
        return Optional.ofNullable(nodes.get(node))
                .flatMap(memory -> memory.states(node).stream().max(Comparator.comparingLong(WindowState::boot)));
    }
}
