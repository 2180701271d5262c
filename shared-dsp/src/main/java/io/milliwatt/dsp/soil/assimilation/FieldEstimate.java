package io.milliwatt.dsp.soil.assimilation;

import io.milliwatt.dsp.soil.balance.BalanceState;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * A field in the evening as the filter knows it; immutable, and all that the next day needs to know.
 *
 * @param balance with the estimated depletion
 * @param available TAW of the day, mm
 * @param demandMultiplier 1 for the tabled crop
 * @param depletionVariance mm²
 * @param covariance of depletion and multiplier, mm
 * @param multiplierVariance of the multiplier
 * @param daysSinceReading days since a reading was used, counted from planting where none was yet
 * @param beyondGate readings in a row beyond the gate: positive when they were drier than expected, negative when wetter
 */
public record FieldEstimate(
        BalanceState balance,
        double available,
        double demandMultiplier,
        double depletionVariance,
        double covariance,
        double multiplierVariance,
        int daysSinceReading,
        int beyondGate) {

    private static final NormalDistribution NORMAL = new NormalDistribution();

    /** Dr, mm. */
    public double depletion() {
        return balance.rootZoneDepletion();
    }

    /** Standard error of the depletion, mm. */
    public double depletionStandardError() {
        return Math.sqrt(depletionVariance);
    }

    /** Standard error of the multiplier. */
    public double multiplierStandardError() {
        return Math.sqrt(multiplierVariance);
    }

    /**
     * The band that holds the depletion with a probability.
     *
     * @param probability such as 0.8
     */
    public DepletionBand band(double probability) {
        double reach = reach(probability) * depletionStandardError();
        return new DepletionBand(
                Math.clamp(depletion() - reach, 0, available), Math.clamp(depletion() + reach, 0, available));
    }

    /**
     * The band that holds a new reading of that standard error; a reading may lie beyond what a soil can hold.
     *
     * @param probability such as 0.8
     */
    public DepletionBand readingBand(double probability, double standardErrorMillimetres) {
        double reach = reach(probability) * Math.hypot(depletionStandardError(), standardErrorMillimetres);
        return new DepletionBand(depletion() - reach, depletion() + reach);
    }

    private static double reach(double probability) {
        if (!(probability > 0 && probability < 1)) {
            throw new IllegalArgumentException("A band's probability lies between 0 and 1, not " + probability);
        }
        return NORMAL.inverseCumulativeProbability((1 + probability) / 2);
    }
}
