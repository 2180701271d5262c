package io.milliwatt.irrigation.adapter.view;

import io.milliwatt.platform.alarms.Alarm;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * An alarm as lists show it.
 *
 * @param reasons why it was raised, in codes and numbers; empty where its rule says all
 * @param quiet it was raised in the farm's night and can wait until morning: shown, without sound or notification
 */
public record AlarmView(
        long id,
        String sourceId,
        String sourceName,
        Optional<String> zoneId,
        String rule,
        String priority,
        String state,
        Instant raisedAt,
        Optional<Instant> returnedAt,
        Optional<Instant> acknowledgedAt,
        Optional<String> acknowledgedBy,
        String message,
        List<ReasonView> reasons,
        OptionalDouble value,
        OptionalDouble limit,
        Optional<String> unit,
        boolean quiet) {

    static AlarmView of(
            Alarm alarm, String sourceName, Optional<String> zoneId, List<ReasonView> reasons, boolean quiet) {
        return new AlarmView(
                alarm.id(),
                alarm.source(),
                sourceName,
                zoneId,
                alarm.rule(),
                alarm.priority().label(),
                alarm.state().label(),
                alarm.raisedAt(),
                alarm.returnedAt(),
                alarm.acknowledgedAt(),
                alarm.acknowledgedBy(),
                alarm.message(),
                reasons,
                alarm.value(),
                alarm.limit(),
                alarm.unit().isEmpty() ? Optional.empty() : Optional.of(alarm.unit()),
                quiet);
    }
}
