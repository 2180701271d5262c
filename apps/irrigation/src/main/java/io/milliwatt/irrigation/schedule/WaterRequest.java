package io.milliwatt.irrigation.schedule;

import io.milliwatt.irrigation.zone.Zone;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Water that a zone is to get.
 *
 * @param id of what asks: a recommendation or a person's run
 * @param daysToRefill how urgent it is; 0 and less for a zone beyond its refill line
 * @param nightsWaiting for how many nights it has not got all it needed; each counts as a day of urgency, so that nobody waits for ever
 * @param allocationLeftMillimetres gross; empty where water is not limited
 * @param cycles asked for; empty to follow the soil
 */
public record WaterRequest(
        String id,
        Zone zone,
        Amount amount,
        double daysToRefill,
        int nightsWaiting,
        OptionalDouble allocationLeftMillimetres,
        Optional<CycleAndSoak> cycles) {

    public static WaterRequest of(String id, Zone zone, Amount amount, double daysToRefill) {
        return new WaterRequest(id, zone, amount, daysToRefill, 0, OptionalDouble.empty(), Optional.empty());
    }

    double rank() {
        return daysToRefill - nightsWaiting;
    }
}
