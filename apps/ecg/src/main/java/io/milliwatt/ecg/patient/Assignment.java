package io.milliwatt.ecg.patient;

import java.time.Instant;
import java.util.Optional;

/** A node on a patient, from one time to another; {@code to} is empty while it is on. */
public record Assignment(long node, Instant from, Optional<Instant> to) {

    /** Whether the node was on the patient at this time. */
    public boolean covers(Instant time) {
        return !time.isBefore(from) && to.map(time::isBefore).orElse(true);
    }

    public boolean isOpen() {
        return to.isEmpty();
    }
}
