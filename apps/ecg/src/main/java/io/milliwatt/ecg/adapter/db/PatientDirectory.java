package io.milliwatt.ecg.adapter.db;

import io.milliwatt.ecg.patient.Assignment;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/**
 * The patients, remembered for a few seconds, since every frame asks for its patient. A change made here is seen at once; one
 * made by another server a little later.
 */
@ApplicationScoped
public class PatientDirectory {

    private static final Duration REMEMBERED = Duration.ofSeconds(3);
    /** Frames of a stay that ended may come this much later and still find it. */
    private static final Duration LOOKS_BACK = Duration.ofDays(7);

    private final Jdbi jdbi;
    private final PatientTable table;
    private final Clock clock;
    private volatile Snapshot snapshot = new Snapshot(Instant.MIN, List.of(), Map.of(), Map.of());

    PatientDirectory(Jdbi jdbi, PatientTable table, Clock clock) {
        this.jdbi = jdbi;
        this.table = table;
        this.clock = clock;
    }

    private record Placed(Assignment assignment, Stay stay) {}

    private record Snapshot(
            Instant readAt, List<Stay> stays, Map<String, Stay> newestByPatient, Map<Long, List<Placed>> byNode) {}

    /** The stays that are open now. */
    public List<Stay> open() {
        return current().stays().stream()
                .filter(stay -> stay.admission().isOpen())
                .toList();
    }

    /** The stays that are open or ended within the last week. */
    public List<Stay> recent() {
        return current().stays();
    }

    /** A patient's newest stay, open or not. */
    public Optional<Stay> find(String patient) {
        Optional<Stay> recent = Optional.ofNullable(current().newestByPatient().get(patient));
        return recent.isPresent() ? recent : jdbi.withHandle(handle -> table.newest(handle, patient));
    }

    /** The stay that a node belonged to at a time. */
    public Optional<Stay> withNode(long node, Instant at) {
        return current().byNode().getOrDefault(node, List.of()).stream()
                .filter(placed -> placed.assignment().covers(at))
                .map(Placed::stay)
                .findFirst();
    }

    /** The open stay that a node is on now. */
    public Optional<Stay> withNode(long node) {
        return current().byNode().getOrDefault(node, List.of()).stream()
                .filter(placed -> placed.assignment().isOpen())
                .map(Placed::stay)
                .findFirst();
    }

    /** Forgets what it remembers, because it was changed. One at a time: an older reading must not replace a newer one. */
    public synchronized void refresh() {
        snapshot = read();
    }

    private Snapshot current() {
        if (isOutdated()) {
            refreshOnce();
        }
        return snapshot;
    }

    private boolean isOutdated() {
        return snapshot.readAt().isBefore(clock.instant().minus(REMEMBERED));
    }

    /** Of all that find it outdated at the same time, one reads. */
    private synchronized void refreshOnce() {
        if (isOutdated()) {
            refresh();
        }
    }

    private Snapshot read() {
        Instant readAt = clock.instant();
        List<Stay> stays = jdbi.withHandle(handle -> table.since(handle, readAt.minus(LOOKS_BACK)));
        Map<String, Stay> byPatient = new HashMap<>();
        Map<Long, List<Placed>> byNode = new HashMap<>();
        for (Stay stay : stays) {
            byPatient.put(stay.admission().patient(), stay);
            stay.admission()
                    .assignments()
                    .forEach(assignment -> byNode.computeIfAbsent(assignment.node(), node -> new ArrayList<>())
                            .add(new Placed(assignment, stay)));
        }
        return new Snapshot(readAt, stays, byPatient, byNode);
    }
}
