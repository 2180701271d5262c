package io.milliwatt.ecg.patient;

import java.time.Instant;
import java.util.Optional;

/** A node on a patient, from one time to another; {@code to} is empty while it is on. */
public record Assignment(long node, Instant from, Optional<Instant> to) {

    /** Whether the node was on the patient at this time. */
    public boolean covers(Instant time) {
        return !time.isBefore(from) && to.map(time::isBefore).orElse(true);
    }

    /** The part of a stretch of time in which the node was on the patient; empty where there is none. */
    public Optional<Recording> recording(Instant start, Instant end) {
        Instant begin = start.isBefore(from) ? from : start;
        Instant until = to.filter(end::isAfter).orElse(end);
        return begin.isBefore(until) ? Optional.of(new Recording(node, begin, until)) : Optional.empty();
    }

    public boolean isOpen() {
        return to.isEmpty();
    }
}
