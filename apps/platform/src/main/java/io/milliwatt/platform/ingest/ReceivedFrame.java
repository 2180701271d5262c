package io.milliwatt.platform.ingest;

import io.milliwatt.telemetry.Frame;
import java.time.Duration;
import java.time.Instant;

/**
 * A frame that was read, with what the way here adds to it.
 *
 * @param at the node's time, or that of reception where the node's clock cannot be believed ({@code clockSuspect})
 * @param late taken by the gateway more than {@link #LATE_AFTER} after the node built it
 */
public record ReceivedFrame(
        Frame frame,
        byte[] bytes,
        Instant receivedAt,
        Instant at,
        boolean late,
        boolean clockSuspect,
        TelemetryRecord origin) {

    /** A node that sends at once is never this late; one that had no connection is. */
    public static final Duration LATE_AFTER = Duration.ofSeconds(30);

    /** Before this no node was built: its clock was never set. */
    static final Instant EARLIEST_CLOCK = Instant.parse("2020-01-01T00:00:00Z");

    /** How far a node's clock may go ahead of the gateway's. */
    private static final Duration AHEAD = Duration.ofMinutes(5);

    static ReceivedFrame of(Frame frame, TelemetryRecord from) {
        Instant nodeTime = frame.time();
        boolean suspect = nodeTime.isBefore(EARLIEST_CLOCK)
                || nodeTime.isAfter(from.receivedAt().plus(AHEAD));
        boolean late = !suspect && nodeTime.plus(LATE_AFTER).isBefore(from.receivedAt());
        return new ReceivedFrame(
                frame, from.bytes(), from.receivedAt(), suspect ? from.receivedAt() : nodeTime, late, suspect, from);
    }
}
