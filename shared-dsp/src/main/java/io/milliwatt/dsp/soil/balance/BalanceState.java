package io.milliwatt.dsp.soil.balance;

/**
 * A field in the evening; immutable, and all that the next day needs to know.
 *
 * @param day next day to come, counted from planting
 * @param basalCoefficient Kcb of the day past
 * @param heightMetres of the crop
 * @param rootDepthMetres of the crop
 * @param wettedFraction fw of the last water
 * @param surfaceDepletion De, mm
 * @param rootZoneDepletion Dr, mm
 * @param profileDepletion missing down to the greatest root depth, mm; with a uniform soil that of the root zone
 * @param availableBelowRoots available water between the roots and their greatest depth, mm; 0 with a uniform soil
 * @param depletionBelowRoots missing there, mm; 0 with a uniform soil
 */
public record BalanceState(
        int day,
        double basalCoefficient,
        double heightMetres,
        double rootDepthMetres,
        double wettedFraction,
        double surfaceDepletion,
        double rootZoneDepletion,
        double profileDepletion,
        double availableBelowRoots,
        double depletionBelowRoots) {

    /** The same evening with the root zone's depletion put right by a measurement, mm. */
    public BalanceState withRootZoneDepletion(double measured) {
        double change = measured - rootZoneDepletion;
        return new BalanceState(
                day,
                basalCoefficient,
                heightMetres,
                rootDepthMetres,
                wettedFraction,
                surfaceDepletion,
                measured,
                profileDepletion + change,
                availableBelowRoots,
                depletionBelowRoots);
    }
}
