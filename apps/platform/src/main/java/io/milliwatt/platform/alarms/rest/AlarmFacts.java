package io.milliwatt.platform.alarms.rest;

import io.milliwatt.platform.alarms.Alarm;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;

/** What every app tells of an alarm; each adds whom or what it is about, in the words of its field. */
public record AlarmFacts(
        long id,
        String rule,
        String priority,
        String state,
        Instant raisedAt,
        Optional<Instant> returnedAt,
        Optional<Instant> acknowledgedAt,
        Optional<String> acknowledgedBy,
        String message,
        OptionalDouble value,
        OptionalDouble limit,
        Optional<String> unit) {

    public static AlarmFacts of(Alarm alarm) {
        return new AlarmFacts(
                alarm.id(),
                alarm.rule(),
                alarm.priority().label(),
                alarm.state().label(),
                alarm.raisedAt(),
                alarm.returnedAt(),
                alarm.acknowledgedAt(),
                alarm.acknowledgedBy(),
                alarm.message(),
                alarm.value(),
                alarm.limit(),
                alarm.unit().isEmpty() ? Optional.empty() : Optional.of(alarm.unit()));
    }
}
