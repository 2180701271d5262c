package io.milliwatt.dsp.soil.assimilation;

/**
 * What the filter believes before it has seen the field. Variances are in mm², those of the multiplier without unit.
 *
 * @param depletionVariancePerDay what the balance does not know of a day without water: soil, roots, reference evapotranspiration
 * @param waterError relative standard error of a day's rain and irrigation: gauge, evenness, losses
 * @param multiplierVariancePerDay how fast a field may depart from the tabled demand
 * @param usualMultiplier of the evapotranspiration where nothing is measured; 1 for the tabled crop, else from earlier seasons or other zones
 * @param multiplierDecayPerDay part of the multiplier's departure from the usual one that is forgotten in a day
 * @param initialDepletionVariance of the depletion at planting
 * @param initialMultiplierVariance at planting
 * @param leastMultiplier below which a departure is a fault and not a field
 * @param greatestMultiplier above which it is
 * @param gateStandardDeviations a reading further from what was expected is not used
 * @param believedAfter so many readings in a row beyond the gate on the same side are believed: the field has had water, or lost it, of which
 *     the balance was not told
 */
public record AssimilationSettings(
        double depletionVariancePerDay,
        double waterError,
        double multiplierVariancePerDay,
        double usualMultiplier,
        double multiplierDecayPerDay,
        double initialDepletionVariance,
        double initialMultiplierVariance,
        double leastMultiplier,
        double greatestMultiplier,
        double gateStandardDeviations,
        int believedAfter) {

    /** Fitted on the odd main plots of cotton at Maricopa in 2018; docs/agronomy.md tells how they did on the even ones. */
    public static final AssimilationSettings STANDARD =
            new AssimilationSettings(9, 0.05, 2e-4, 1, 0.005, 100, 0.06, 0.5, 1.6, 5, 2);

    public AssimilationSettings {
        if (!(depletionVariancePerDay >= 0
                && waterError >= 0
                && multiplierVariancePerDay >= 0
                && initialDepletionVariance >= 0
                && initialMultiplierVariance >= 0)) {
            throw new IllegalArgumentException("Variances of the assimilation are zero or more");
        }
        if (!(multiplierDecayPerDay >= 0 && multiplierDecayPerDay <= 1)) {
            throw new IllegalArgumentException(
                    "The part of the multiplier that a day forgets lies between 0 and 1, not " + multiplierDecayPerDay);
        }
        if (!(leastMultiplier > 0 && leastMultiplier <= usualMultiplier && greatestMultiplier >= usualMultiplier)) {
            throw new IllegalArgumentException("The multiplier's range must hold the usual one, " + usualMultiplier
                    + ", but is " + leastMultiplier + " to " + greatestMultiplier);
        }
        if (!(gateStandardDeviations > 0 && believedAfter >= 1)) {
            throw new IllegalArgumentException(
                    "The gate must be wider than zero and give way after one reading or more, not "
                            + gateStandardDeviations + " and " + believedAfter);
        }
    }

    /** For a field of which earlier seasons or other zones tell that it takes more or less water than the tabled crop. */
    public AssimilationSettings withUsualMultiplier(double multiplier) {
        return new AssimilationSettings(
                depletionVariancePerDay,
                waterError,
                multiplierVariancePerDay,
                multiplier,
                multiplierDecayPerDay,
                initialDepletionVariance,
                initialMultiplierVariance,
                leastMultiplier,
                greatestMultiplier,
                gateStandardDeviations,
                believedAfter);
    }
}
