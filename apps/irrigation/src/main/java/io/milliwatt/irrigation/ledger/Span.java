package io.milliwatt.irrigation.ledger;

import java.time.Duration;
import java.time.Instant;

/** A stretch of real time. */
record Span(Instant from, Instant until) {

    double seconds() {
        return Math.max(0, Duration.between(from, until).toMillis() / 1000.0);
    }

    /** What both have in common; its length is 0 where that is nothing. */
    Span with(Span other) {
        Instant start = from.isAfter(other.from) ? from : other.from;
        Instant end = until.isBefore(other.until) ? until : other.until;
        return new Span(start, end.isBefore(start) ? start : end);
    }
}
