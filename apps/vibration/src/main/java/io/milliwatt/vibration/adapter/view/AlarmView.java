package io.milliwatt.vibration.adapter.view;

import io.milliwatt.platform.alarms.Alarm;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;

/** An alarm as lists show it. */
public record AlarmView(
        long id,
        String machineId,
        String machineName,
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

    static AlarmView of(Alarm alarm, String machineName) {
        return new AlarmView(
                alarm.id(),
                alarm.source(),
                machineName,
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
