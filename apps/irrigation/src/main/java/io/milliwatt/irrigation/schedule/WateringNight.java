package io.milliwatt.irrigation.schedule;

import io.milliwatt.irrigation.site.Site;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;

/**
 * The time in which watering is planned, such as from 20:00 to 08:00 of the next day.
 *
 * @param from not before now
 */
public record WateringNight(Site site, Instant from, Instant until) {

    public WateringNight {
        if (!until.isAfter(from)) {
            throw new IllegalArgumentException("The night ends at " + until + ", not after its begin at " + from + ".");
        }
    }

    /** The night that begins on a date, or what is left of it. */
    public static WateringNight of(Site site, LocalDate date, LocalTime begin, LocalTime end, Instant now) {
        LocalDate last = end.isAfter(begin) ? date : date.plusDays(1);
        Instant from = date.atTime(begin).atZone(site.timeZone()).toInstant();
        Instant until = last.atTime(end).atZone(site.timeZone()).toInstant();
        return new WateringNight(site, from.isBefore(now) && now.isBefore(until) ? now : from, until);
    }

    /** The whole night after this one. */
    public WateringNight next(LocalTime begin, LocalTime end) {
        LocalDate last = site.dateAt(until);
        return of(site, end.isAfter(begin) ? last.plusDays(1) : last, begin, end, until);
    }
}
