package io.milliwatt.ecg.patient;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A patient's stay.
 *
 * @param patient the pseudonym
 * @param dischargedAt empty while the patient is here
 * @param assignments of nodes, the earliest first
 */
public record Admission(
        long id,
        String patient,
        Bed bed,
        Instant admittedAt,
        Optional<Instant> dischargedAt,
        List<Assignment> assignments) {

    public Admission {
        assignments = List.copyOf(assignments);
    }

    public boolean isOpen() {
        return dischargedAt.isEmpty();
    }

    /** The nodes that are on the patient now. */
    public List<Long> nodes() {
        return assignments.stream()
                .filter(Assignment::isOpen)
                .map(Assignment::node)
                .toList();
    }

    /** What the nodes that are on the patient now have recorded since they were put on, until a time. */
    public List<Recording> current(Instant until) {
        return assignments.stream()
                .filter(Assignment::isOpen)
                .map(assignment -> new Recording(assignment.node(), assignment.from(), until))
                .toList();
    }

    /** All nodes that ever were on the patient during this stay. */
    public List<Long> everyNode() {
        return assignments.stream().map(Assignment::node).distinct().toList();
    }

    /** What of a stretch of time the nodes recorded of this patient, in the order of {@link #assignments}. */
    public List<Recording> recordings(Instant from, Instant to) {
        return assignments.stream()
                .flatMap(assignment -> assignment.recording(from, to).stream())
                .toList();
    }

    /** What alarms of this stay are about: the patient, and the patient by each node. */
    public List<String> alarmSources() {
        return Stream.concat(Stream.of(patient), everyNode().stream().map(node -> AlarmSource.of(patient, node)))
                .toList();
    }
}
