package io.milliwatt.vibration.adapter.db;

import io.milliwatt.vibration.machine.Machine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The machines, remembered for a few seconds, since every frame asks for its machine. A change made here is seen at once; one
 * made by another server a little later.
 */
@ApplicationScoped
public class MachineDirectory {

    private static final Duration REMEMBERED = Duration.ofSeconds(3);

    private final MachineTable table;
    private final Clock clock;
    private volatile Snapshot snapshot = new Snapshot(Instant.MIN, List.of(), Map.of(), Map.of());

    MachineDirectory(MachineTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    private record Snapshot(
            Instant readAt, List<Machine> all, Map<Long, Machine> byNode, Map<String, MachineTable.Row> byId) {}

    /** All machines by id. */
    public List<Machine> all() {
        return current().all();
    }

    public Optional<Machine> find(String id) {
        return Optional.ofNullable(current().byId().get(id)).map(MachineTable.Row::machine);
    }

    /** When the machine was last changed by a person. */
    public Optional<Instant> changedAt(String id) {
        return Optional.ofNullable(current().byId().get(id)).map(MachineTable.Row::changedAt);
    }

    /** The machine that a node sits on. */
    public Optional<Machine> withNode(long node) {
        return Optional.ofNullable(current().byNode().get(node));
    }

    /** The machine that already has this node and is another one than {@code id}. */
    public Optional<String> otherWithNode(String id, long node) {
        return table.otherWithNode(id, node);
    }

    /** Adds or changes a machine. */
    public void put(Machine machine) {
        table.put(machine);
        refresh();
    }

    private Snapshot current() {
        Snapshot known = snapshot;
        return known.readAt().isBefore(clock.instant().minus(REMEMBERED)) ? refresh() : known;
    }

    /** One at a time: a reading from before a change must not replace the one from after it. */
    private synchronized Snapshot refresh() {
        snapshot = read();
        return snapshot;
    }

    private Snapshot read() {
        Instant readAt = clock.instant();
        List<MachineTable.Row> rows = table.all();
        Map<Long, Machine> byNode = new HashMap<>();
        Map<String, MachineTable.Row> byId = new HashMap<>();
        for (MachineTable.Row row : rows) {
            byId.put(row.machine().id(), row);
            row.machine().nodeNumber().ifPresent(node -> byNode.put(node, row.machine()));
        }
        return new Snapshot(readAt, rows.stream().map(MachineTable.Row::machine).toList(), byNode, byId);
    }
}
