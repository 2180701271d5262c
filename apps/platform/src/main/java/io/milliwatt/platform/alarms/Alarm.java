package io.milliwatt.platform.alarms;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One call for a person, from its rise until its condition is gone and somebody knows.
 *
 * @param id unique in an app
 * @param source what it is about, such as a machine's id
 * @param rule the rule's name
 * @param returnedAt when the condition last went; empty while it holds
 * @param acknowledgedAt when a person last acknowledged; empty while the alarm is unacknowledged
 * @param value that raised it
 * @param late it was raised by something that reached the server late, so it is told but is no news
 */
public record Alarm(
        long id,
        String source,
        String rule,
        Priority priority,
        AlarmState state,
        Instant raisedAt,
        Optional<Instant> returnedAt,
        Optional<Instant> acknowledgedAt,
        Optional<String> acknowledgedBy,
        String message,
        OptionalDouble value,
        OptionalDouble limit,
        String unit,
        boolean late) {

    Alarm reactivated(AlarmRule now, Observation observation) {
        return new Alarm(
                id,
                source,
                rule,
                now.priority(),
                state.afterActivation(),
                raisedAt,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                now.message(observation.shownValue()),
                observation.shownValue(),
                now.condition().limit(),
                now.unit(),
                observation.late());
    }

    Alarm returned(Instant at, Latching latching) {
        AlarmState next = state.afterReturn(latching);
        boolean keepsAcknowledgement = !next.isUnacknowledged();
        return new Alarm(
                id,
                source,
                rule,
                priority,
                next,
                raisedAt,
                Optional.of(at),
                keepsAcknowledgement ? acknowledgedAt : Optional.empty(),
                keepsAcknowledgement ? acknowledgedBy : Optional.empty(),
                message,
                value,
                limit,
                unit,
                late);
    }

    Alarm acknowledged(Instant at, String user) {
        return new Alarm(
                id,
                source,
                rule,
                priority,
                state.afterAcknowledgement(),
                raisedAt,
                returnedAt,
                Optional.of(at),
                Optional.of(user),
                message,
                value,
                limit,
                unit,
                late);
    }

    /** Of another priority; whoever acknowledged a lesser one has not seen this one. */
    Alarm regraded(Priority next) {
        boolean rises = next.compareTo(priority) < 0 && state == AlarmState.ACTIVE_ACKNOWLEDGED;
        return new Alarm(
                id,
                source,
                rule,
                next,
                rises ? AlarmState.ACTIVE_UNACKNOWLEDGED : state,
                raisedAt,
                returnedAt,
                rises ? Optional.empty() : acknowledgedAt,
                rises ? Optional.empty() : acknowledgedBy,
                message,
                value,
                limit,
                unit,
                late);
    }

    /** Raised by something that came late, and found to hold still. */
    Alarm current() {
        return new Alarm(
                id,
                source,
                rule,
                priority,
                state,
                raisedAt,
                returnedAt,
                acknowledgedAt,
                acknowledgedBy,
                message,
                value,
                limit,
                unit,
                false);
    }

    /** Closed by a person for a reason that is not its condition's end, such as that its source is no longer watched. */
    Alarm withdrawn(Instant at) {
        return new Alarm(
                id,
                source,
                rule,
                priority,
                AlarmState.NORMAL,
                raisedAt,
                Optional.of(returnedAt.orElse(at)),
                acknowledgedAt,
                acknowledgedBy,
                message,
                value,
                limit,
                unit,
                late);
    }
}
