package io.milliwatt.irrigation.site;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * A farm.
 *
 * @param id stable, used in addresses
 * @param elevationMetres above the sea, for the air's pressure
 * @param timeZone in which its days begin and its people sleep
 * @param currency three letters after ISO 4217, in which its costs are
 */
public record Site(
        String id, String name, Position position, double elevationMetres, ZoneId timeZone, String currency) {

    public Site {
        Identifier.require("site", id);
        Identifier.requireName("site", name);
        if (!(elevationMetres >= -450 && elevationMetres <= 6000)) {
            throw new IllegalArgumentException(
                    "The site's elevation is " + elevationMetres + " m; fields lie from −450 to 6000 m.");
        }
        if (!currency.matches("[A-Z]{3}")) {
            throw new IllegalArgumentException(
                    "The currency is '" + currency + "'; give its three letters, such as EUR.");
        }
    }

    /** The farm's date at a moment. */
    public LocalDate dateAt(Instant moment) {
        return LocalDate.ofInstant(moment, timeZone);
    }

    /** When a date begins on the farm; a day with a change of the clock is 23 or 25 hours long. */
    public Instant startOf(LocalDate date) {
        return date.atStartOfDay(timeZone).toInstant();
    }

    public ZonedDateTime localTime(Instant moment) {
        return moment.atZone(timeZone);
    }
}
