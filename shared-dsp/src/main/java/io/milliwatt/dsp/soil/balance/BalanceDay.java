package io.milliwatt.dsp.soil.balance;

/**
 * A day of the balance; water in mm.
 *
 * @param available TAW
 * @param availableInProfile TAW down to the greatest root depth; with a uniform soil TAW
 * @param depletionFraction p of the day
 * @param stress Ks, by the depletion of the evening before
 * @param stressAtEnd Ks by this evening's depletion
 * @param percolation DP, out of the root zone (uniform soil) or the profile (layers)
 * @param rootGrowthDepletion depletion that growing roots met
 * @param demandMultiplier by which this field takes more or less water than weather and tables say; 1 where nothing is known
 * @param unmet what the balance took beyond the available water, and so left out; 0 on nearly all days
 * @param evening the state to go on with
 */
public record BalanceDay(
        FieldDay input,
        CropDay crop,
        EvaporationLayer.Day surface,
        double available,
        double availableInProfile,
        double depletionFraction,
        double stress,
        double stressAtEnd,
        double demandMultiplier,
        double percolation,
        double rootGrowthDepletion,
        double runoff,
        double unmet,
        BalanceState evening) {

    /** A thousandth is the printing of the tables and the rounding of the balance, not stress. */
    private static final double UNSTRESSED = 0.999;

    /** RAW (FAO-56 eq. 83): the depletion at which stress begins. */
    public double readilyAvailable() {
        return depletionFraction * available;
    }

    /** T, with stress. */
    public double transpiration() {
        return demandMultiplier * stress * crop.basal() * input.reference();
    }

    /** T as it would be without stress. */
    public double unstressedTranspiration() {
        return demandMultiplier * crop.basal() * input.reference();
    }

    /** Does lack of water hold the crop back today (Ks clearly below 1)? */
    public boolean stressed() {
        return stress < UNSTRESSED;
    }

    /** E. */
    public double evaporation() {
        return surface.evaporation();
    }

    /** ETa (FAO-56 eq. 80). */
    public double evapotranspiration() {
        return demandMultiplier * (stress * crop.basal() + surface.coefficient()) * input.reference();
    }

    /** ETc without stress (FAO-56 eq. 69). */
    public double unstressed() {
        return demandMultiplier * (crop.basal() + surface.coefficient()) * input.reference();
    }

    public double effectiveRain() {
        return input.rain() - runoff;
    }

    /** Is it time to irrigate? */
    public boolean refillReached() {
        return evening.rootZoneDepletion() >= readilyAvailable();
    }
}
