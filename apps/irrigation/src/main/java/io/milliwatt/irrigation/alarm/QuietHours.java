package io.milliwatt.irrigation.alarm;

import io.milliwatt.platform.alarms.Alarm;
import io.milliwatt.platform.alarms.Priority;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * Hours in which only urgent alarms sound; the others are shown, and told in the morning.
 *
 * @param from and {@code until} by the farm's clock; over midnight where {@code until} is not after it
 */
public record QuietHours(LocalTime from, LocalTime until) {

    /** Nine in the evening to six. */
    public static final QuietHours USUAL = new QuietHours(LocalTime.of(21, 0), LocalTime.of(6, 0));

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

    /** When what was raised at a moment is told: then, or at the quiet hours' end. */
    public Instant toldAt(Instant raised, Priority priority, ZoneId zone) {
        if (priority == Priority.HIGH || !covers(raised, zone)) {
            return raised;
        }
        ZonedDateTime local = raised.atZone(zone);
        LocalDate day = local.toLocalTime().isBefore(until)
                ? local.toLocalDate()
                : local.toLocalDate().plusDays(1);
        return day.atTime(until).atZone(zone).toInstant();
    }
}
