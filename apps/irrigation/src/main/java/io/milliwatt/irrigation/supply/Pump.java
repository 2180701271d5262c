package io.milliwatt.irrigation.supply;

import io.milliwatt.irrigation.reason.Setting;
import io.milliwatt.irrigation.site.Identifier;

/**
 * A pump on a source.
 *
 * @param maximumCubicMetresPerHour that it lifts
 * @param powerKilowatts that it draws while it runs
 * @param costPerKilowattHour in the site's currency
 */
public record Pump(
        String id,
        String sourceId,
        String name,
        double maximumCubicMetresPerHour,
        double powerKilowatts,
        double costPerKilowattHour) {

    public Pump {
        Identifier.require("pump", id);
        Identifier.require("source", sourceId);
        Identifier.requireName("pump", name);
        Setting.PUMP_FLOW.requireAbove(maximumCubicMetresPerHour, 0, 100_000);
        Setting.PUMP_POWER.require(powerKilowatts, 0, 10_000);
        Setting.ENERGY_COST.require(costPerKilowattHour, 0, 10_000);
    }

    /** Of running for these hours. */
    public double energyCost(double hours) {
        return hours * powerKilowatts * costPerKilowattHour;
    }
}
