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
        String unit) {

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
                now.unit());
    }

    Alarm returned(Instant at, boolean latched) {
        AlarmState next = state.afterReturn(latched);
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
                unit);
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
                unit);
    }
}
