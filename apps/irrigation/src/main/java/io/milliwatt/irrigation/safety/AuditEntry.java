package io.milliwatt.irrigation.safety;

import io.milliwatt.irrigation.reason.Reason;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * A line of the trail: what was done to a valve, by whom and why.
 *
 * @param subject a valve's id, or {@code site}
 * @param by a person, or {@code watch} for the server itself, or {@code node}
 */
public record AuditEntry(
        Instant at,
        Kind kind,
        String subject,
        String by,
        Optional<String> runId,
        Optional<EndCause> cause,
        Optional<Reason> reason) {

    /** What happened. */
    public enum Kind {
        OPEN_ORDERED,
        OPEN_REFUSED,
        OPENED,
        CLOSE_ORDERED,
        CLOSED,
        /** Several orders to close were not reported done: a person must go there. */
        NOT_CLOSING,
        LINK_LOST,
        LEAK_SEEN,
        LEAK_ENDED,
        BLOCKED_SEEN,
        FAULT_CLEARED,
        STOP_PRESSED,
        STOP_RELEASED;

        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
