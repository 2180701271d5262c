package io.milliwatt.irrigation.schedule;

import java.time.Duration;
import java.time.Instant;

/** A stretch in which a valve is open. */
public record Cycle(Instant start, Instant end) {

    public Cycle {
        if (!end.isAfter(start)) {
            throw new IllegalArgumentException("A cycle ends at " + end + ", not after its start at " + start + ".");
        }
    }

    public Duration length() {
        return Duration.between(start, end);
    }

    boolean overlaps(Instant from, Instant until) {
        return start.isBefore(until) && end.isAfter(from);
    }
}
