package io.milliwatt.irrigation.adapter.definition;

import io.milliwatt.irrigation.reason.Reason;
import io.milliwatt.irrigation.reason.ReasonCode;
import io.milliwatt.irrigation.reason.UnfitException;
import io.milliwatt.irrigation.site.Position;
import io.milliwatt.irrigation.site.Site;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Optional;

/**
 * A farm as it is entered.
 *
 * @param timeZone such as Europe/Madrid
 * @param currency three letters; EUR where it is left out
 */
public record SiteDefinition(
        @NotBlank String name,
        @NotBlank String timeZone,
        @NotNull Double latitudeDegrees,
        @NotNull Double longitudeDegrees,
        @NotNull Double elevationMetres,
        Optional<String> currency) {

    public Site toSite(String id) {
        return new Site(
                id,
                name,
                new Position(longitudeDegrees, latitudeDegrees),
                elevationMetres,
                zone(timeZone),
                currency.orElse("EUR"));
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException unknown) {
            throw new UnfitException(Reason.of(ReasonCode.TIME_ZONE_UNKNOWN).with("zone", name));
        }
    }
}
