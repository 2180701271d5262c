package io.milliwatt.irrigation.ledger;

import io.milliwatt.dsp.soil.evapotranspiration.Standard;
import io.milliwatt.dsp.soil.evapotranspiration.SunPosition;
import io.milliwatt.irrigation.site.Site;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;

/** Which part of a day's evapotranspiration is past: it follows the sun, as half a sine from sunrise to sunset. */
final class Daylight {
    private static final double DEGREES_PER_HOUR = 15;
    private static final double SECONDS_PER_HOUR = 3600;

    private Daylight() {}

    /** 0 before sunrise to 1 after sunset of the site's date. */
    static double share(Site site, LocalDate date, Instant now) {
        double hours = SunPosition.daylightHours(
                SunPosition.sunsetHourAngle(site.position().latitudeDegrees(), date.getDayOfYear(), Standard.FAO_56));
        if (!(hours > 0)) {
            return now.isBefore(noon(site, date)) ? 0 : 1;
        }
        double sinceNoon = Duration.between(noon(site, date), now).toSeconds() / SECONDS_PER_HOUR;
        double part = Math.clamp(sinceNoon / hours + 0.5, 0, 1);
        return (1 - Math.cos(Math.PI * part)) / 2;
    }

    /** When the sun stands highest, without the equation of time, which is a quarter of an hour at most. */
    private static Instant noon(Site site, LocalDate date) {
        double offsetHours = site.position().longitudeDegrees() / DEGREES_PER_HOUR;
        return date.atTime(LocalTime.NOON)
                .toInstant(ZoneOffset.UTC)
                .minusSeconds(Math.round(offsetHours * SECONDS_PER_HOUR));
    }
}
