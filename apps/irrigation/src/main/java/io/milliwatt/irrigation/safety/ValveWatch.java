package io.milliwatt.irrigation.safety;

import java.time.Instant;
import java.util.Optional;

/**
 * What the watch knows of a valve.
 *
 * @param since when it came into the phase
 * @param closeBy when it must be closed at the latest, while it is open or may be
 * @param runId that it is open for
 * @param automatic whether that run stands on data alone
 * @param ending why it is being closed
 * @param orderedAt when the last order went out; empty before the first
 * @param tries orders to close so far
 * @param blocked no water came the last time, and nobody has looked after it
 */
public record ValveWatch(
        Phase phase,
        Instant since,
        Optional<Instant> closeBy,
        Optional<String> runId,
        boolean automatic,
        Optional<EndCause> ending,
        Optional<Instant> orderedAt,
        int tries,
        boolean blocked) {

    /** How it is, as far as the server knows. */
    public enum Phase {
        /** Reported closed. */
        CLOSED,
        /** Ordered open, not reported yet. */
        OPENING,
        OPEN,
        /** Ordered closed, not reported yet. */
        CLOSING,
        /** Never heard of: taken as open until it says otherwise. */
        UNKNOWN
    }

    static ValveWatch unknown(Instant at) {
        return new ValveWatch(
                Phase.UNKNOWN,
                at,
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty(),
                0,
                false);
    }

    /** Whether water may flow through it. */
    public boolean mayBeOpen() {
        return phase != Phase.CLOSED;
    }

    ValveWatch opening(Instant at, Instant closeBy, String run, boolean automatic) {
        return new ValveWatch(
                Phase.OPENING,
                at,
                Optional.of(closeBy),
                Optional.of(run),
                automatic,
                Optional.empty(),
                Optional.of(at),
                0,
                blocked);
    }

    ValveWatch opened(Instant at) {
        return new ValveWatch(Phase.OPEN, at, closeBy, runId, automatic, Optional.empty(), orderedAt, 0, blocked);
    }

    ValveWatch closing(Instant at, EndCause cause) {
        return new ValveWatch(
                Phase.CLOSING,
                phase == Phase.CLOSING ? since : at,
                closeBy,
                runId,
                automatic,
                Optional.of(ending.orElse(cause)),
                Optional.of(at),
                tries + 1,
                blocked);
    }

    ValveWatch closed(Instant at) {
        return new ValveWatch(
                Phase.CLOSED,
                at,
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty(),
                0,
                blocked);
    }

    ValveWatch withBlocked(boolean now) {
        return new ValveWatch(phase, since, closeBy, runId, automatic, ending, orderedAt, tries, now);
    }
}
