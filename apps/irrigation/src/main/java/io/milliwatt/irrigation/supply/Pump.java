package io.milliwatt.irrigation.supply;

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
        if (!(maximumCubicMetresPerHour > 0)) {
            throw new IllegalArgumentException(
                    "The pump lifts " + maximumCubicMetresPerHour + " m³/h; it must be above 0.");
        }
        if (!(powerKilowatts >= 0 && powerKilowatts < 10_000 && costPerKilowattHour >= 0)) {
            throw new IllegalArgumentException("The pump draws " + powerKilowatts + " kW at " + costPerKilowattHour
                    + " for a kWh; neither may be negative.");
        }
    }

    /** Of running for these hours. */
    public double energyCost(double hours) {
        return hours * powerKilowatts * costPerKilowattHour;
    }
}
