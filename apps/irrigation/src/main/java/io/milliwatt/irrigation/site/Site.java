package io.milliwatt.irrigation.site;

import io.milliwatt.irrigation.reason.Reason;
import io.milliwatt.irrigation.reason.ReasonCode;
import io.milliwatt.irrigation.reason.Setting;
import io.milliwatt.irrigation.reason.UnfitException;
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
        Setting.ELEVATION.require(elevationMetres, -450, 6000);
        if (!currency.matches("[A-Z]{3}")) {
            throw new UnfitException(Reason.of(ReasonCode.CURRENCY_UNKNOWN).with("currency", currency));
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
