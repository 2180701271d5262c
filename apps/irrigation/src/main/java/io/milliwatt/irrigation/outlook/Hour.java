package io.milliwatt.irrigation.outlook;

import java.time.Instant;
import java.util.OptionalDouble;

/**
 * An hour's weather, measured or forecast; what is not known is empty.
 *
 * @param at its begin
 */
public record Hour(
        Instant at,
        double celsius,
        OptionalDouble humidityPercent,
        double rainMillimetres,
        OptionalDouble windMetresPerSecond) {

    private static final double WET_FROM_PERCENT = 90;

    /** Leaves are taken as wet in rain and from 90 % of humidity, where no sensor tells. */
    boolean wetsLeaves() {
        return rainMillimetres >= 0.2 || humidityPercent.orElse(0) >= WET_FROM_PERCENT;
    }
}
