package io.milliwatt.dsp.soil.plan;

import io.milliwatt.dsp.soil.crop.Crop;

/**
 * A strategy with what it needs to decide a day.
 *
 * @param line that strategy and margin are parts of
 * @param margin part of the refill line at which water is given already, for the account's error
 * @param millimetresLeft that the plan may give from the day it was made
 * @param expected what it would bring
 */
public record SeasonPlan(
        Strategy strategy,
        Crop crop,
        WateringLimits limits,
        RefillLine line,
        double margin,
        double millimetresLeft,
        Expectation expected) {

    /** A crop is never planned to take all that the soil holds. */
    private static final double DRIEST = 0.98;

    /**
     * Water for a day.
     *
     * @param need what the crop will use from the day's evening to its end, less what the soil may give until then, mm
     * @param given since the plan was made, mm
     */
    public WaterDecision decide(DryEvening evening, double need, double given) {
        return decide(evening, false, need, given);
    }

    /** @param dueAnyway whether the line does not matter */
    WaterDecision decide(DryEvening evening, boolean dueAnyway, double need, double given) {
        double multiple = strategy.refillMultiple(crop, evening.day());
        double from = margin * Math.min(DRIEST * evening.available(), multiple * evening.refillLine());
        double missing = need - strategy.ungiven();
        if (evening.depletion() < from && !dueAnyway) {
            return new WaterDecision(0, WaterDecision.Why.NOT_DRY, from, missing);
        }
        double left = millimetresLeft - given;
        double wanted = Math.min(Math.min(limits.fillFraction() * evening.depletion(), missing), left);
        return wanted < limits.leastMillimetres()
                ? new WaterDecision(0, whyNone(missing, left), from, missing)
                : new WaterDecision(
                        Math.min(wanted, limits.largestMillimetres()), WaterDecision.Why.DUE, from, missing);
    }

    private WaterDecision.Why whyNone(double missing, double left) {
        if (left < limits.leastMillimetres()) {
            return WaterDecision.Why.WATER_SPENT;
        }
        return missing < limits.leastMillimetres() ? WaterDecision.Why.SOIL_SUFFICES : WaterDecision.Why.TOO_LITTLE;
    }
}
