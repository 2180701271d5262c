package io.milliwatt.irrigation.supply;

import io.milliwatt.irrigation.reason.Reason;
import io.milliwatt.irrigation.reason.ReasonCode;
import io.milliwatt.irrigation.reason.UnfitException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;

/**
 * Hours in which no water may run, by the farm's clock.
 *
 * @param days on which it begins
 * @param until next day's where it is not after {@code from}: 22:00 to 06:00 goes over midnight, 00:00 to 00:00 is a whole day
 * @param reason shown to people, such as "peak tariff"
 */
public record Blackout(Set<DayOfWeek> days, LocalTime from, LocalTime until, String reason) {

    public Blackout {
        days = Set.copyOf(days);
        if (days.isEmpty()) {
            throw new UnfitException(Reason.of(ReasonCode.CLOSED_DAYS_NONE));
        }
        if (reason.isBlank() || reason.length() > 200) {
            throw new UnfitException(Reason.of(ReasonCode.NAME_UNFIT)
                    .with("thing", "closed-hours")
                    .with("most", 200));
        }
    }

    public static Blackout daily(LocalTime from, LocalTime until, String reason) {
        return new Blackout(Set.of(DayOfWeek.values()), from, until, reason);
    }

    /** A stretch of real time. */
    public record Span(Instant from, Instant until, String reason) {
        public boolean overlaps(Instant start, Instant end) {
            return start.isBefore(until) && end.isAfter(from);
        }
    }

    /** The stretch that begins on this date; an hour that the clock skips is taken as the first after it. */
    public Span on(LocalDate date, ZoneId zone) {
        LocalDate last = until.isAfter(from) ? date : date.plusDays(1);
        return new Span(
                date.atTime(from).atZone(zone).toInstant(),
                last.atTime(until).atZone(zone).toInstant(),
                reason);
    }

    public boolean beginsOn(LocalDate date) {
        return days.contains(date.getDayOfWeek());
    }
}
