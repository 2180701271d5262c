package io.milliwatt.irrigation.recommendation;

import io.milliwatt.irrigation.reason.Reason;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What an adviser must know besides the account.
 *
 * @param lowestCelsius expected until tomorrow noon; empty where there is no forecast
 * @param windMetresPerSecond expected in the night
 * @param rainLast24Hours by the gauge, mm
 * @param nodeDaysToRefill the node's own forecast, if it stays dry
 * @param allocationUsedMillimetres gross, of the allocation that covers today
 * @param interlocks of valve and site that stand now, such as an emergency stop
 */
public record Surroundings(
        OptionalDouble lowestCelsius,
        OptionalDouble windMetresPerSecond,
        OptionalDouble rainLast24Hours,
        OptionalDouble nodeDaysToRefill,
        double allocationUsedMillimetres,
        boolean hasValve,
        List<Reason> interlocks) {

    public Surroundings {
        interlocks = List.copyOf(interlocks);
    }

    /** Nothing known and nothing against it. */
    public static final Surroundings CALM = new Surroundings(
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            0,
            true,
            List.of());
}
