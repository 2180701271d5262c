package io.milliwatt.irrigation.adapter.db;

import io.milliwatt.irrigation.reason.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * One watering of a zone, planned, going on or over.
 *
 * @param origin {@code recommendation} or {@code manual}
 * @param plannedNetMillimetres what is to reach the roots
 * @param endCause such as {@code completed}, {@code cancelled} or {@code leak}; empty until it is over
 * @param meteredLitres through the flow meter; empty without one
 */
public record Run(
        long id,
        String zoneId,
        String valveId,
        String sourceId,
        String origin,
        OptionalLong recommendationId,
        State state,
        Instant plannedStart,
        Instant plannedEnd,
        int plannedSeconds,
        double plannedNetMillimetres,
        Optional<Instant> startedAt,
        Optional<Instant> endedAt,
        double openSeconds,
        OptionalDouble meteredLitres,
        Optional<String> endCause,
        Optional<Reason> reason,
        String createdBy,
        List<Pulse> cycles) {

    /** How far a run, or one of its cycles, has come. */
    public enum State {
        PLANNED,
        /** The command is on its way; runs are RUNNING then. */
        SENT,
        RUNNING,
        DONE,
        CANCELLED,
        FAILED,
        STOPPED;

        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State fromLabel(String label) {
            return valueOf(label.toUpperCase(Locale.ROOT));
        }

        public boolean isOver() {
            return this == DONE || this == CANCELLED || this == FAILED || this == STOPPED;
        }
    }

    /** A stretch in which the valve is to be open, with the command that opens it. */
    public record Pulse(
            int place,
            Instant startAt,
            int seconds,
            State state,
            OptionalLong commandSequence,
            Optional<Instant> sentAt,
            Optional<Instant> openedAt,
            Optional<Instant> closedAt,
            double openSeconds,
            OptionalDouble litres) {}

    public Run {
        cycles = List.copyOf(cycles);
    }

    /** The same with why it is so; unchanged where no reason is given. */
    public Run because(Optional<Reason> why) {
        return with(why.or(this::reason), cycles);
    }

    Run with(List<Pulse> pulses) {
        return with(reason, pulses);
    }

    private Run with(Optional<Reason> why, List<Pulse> pulses) {
        return new Run(
                id,
                zoneId,
                valveId,
                sourceId,
                origin,
                recommendationId,
                state,
                plannedStart,
                plannedEnd,
                plannedSeconds,
                plannedNetMillimetres,
                startedAt,
                endedAt,
                openSeconds,
                meteredLitres,
                endCause,
                why,
                createdBy,
                pulses);
    }
}
