package io.milliwatt.dsp.soil.plan;

import io.milliwatt.dsp.soil.balance.BalanceDay;
import io.milliwatt.dsp.soil.crop.Crop;

/**
 * A strategy with what it needs to decide a day.
 *
 * @param margin part of the refill line at which water is given already, for the account's error
 * @param millimetresLeft that the plan may give from the day it was made
 */
public record SeasonPlan(Strategy strategy, Crop crop, WateringLimits limits, double margin, double millimetresLeft) {

    /** A crop is never planned to take all that the soil holds. */
    private static final double DRIEST = 0.98;

    /**
     * Water for a day, mm; 0 for none.
     *
     * @param dry the day as it would be without water
     * @param need what the crop will use from the day's evening to its end, less what the soil may give until then, mm
     * @param given since the plan was made, mm
     */
    public double water(BalanceDay dry, double need, double given) {
        double depletion = dry.evening().rootZoneDepletion();
        int day = dry.evening().day() - 1;
        double multiple = strategy.refillMultiple(crop, day);
        double line = margin * Math.min(DRIEST * dry.available(), multiple * dry.readilyAvailable());
        if (depletion < line) {
            return 0;
        }
        double wanted = Math.min(
                Math.min(limits.fillFraction() * depletion, need - strategy.ungiven()), millimetresLeft - given);
        return wanted < limits.leastMillimetres() ? 0 : Math.min(wanted, limits.largestMillimetres());
    }
}
