package io.milliwatt.irrigation.alarm;

import io.milliwatt.platform.alarms.Alarm;
import io.milliwatt.platform.alarms.Priority;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * Hours in which only urgent alarms sound; the others are only shown.
 *
 * @param from and {@code until} by the farm's clock; over midnight where {@code until} is not after it
 */
public record QuietHours(LocalTime from, LocalTime until) {

    public boolean covers(Instant moment, ZoneId zone) {
        LocalTime clock = moment.atZone(zone).toLocalTime();
        return from.isBefore(until)
                ? !clock.isBefore(from) && clock.isBefore(until)
                : !clock.isBefore(from) || clock.isBefore(until);
    }

    /** Whether an alarm raised then is shown without sound or message. */
    public boolean silences(Alarm alarm, ZoneId zone) {
        return alarm.late() || alarm.priority() != Priority.HIGH && covers(alarm.raisedAt(), zone);
    }
}
