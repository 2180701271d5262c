package io.milliwatt.dsp.soil.plan;

import io.milliwatt.dsp.soil.balance.BalanceDay;
import io.milliwatt.dsp.soil.crop.StageLengths;
import java.util.List;

/**
 * Ky by phase: the part of the yield that is lost for each part of the phase's transpiration that is missing (Doorenbos and Kassam 1979, FAO
 * Irrigation and Drainage Paper 33, table 24). Transpiration stands for evapotranspiration, since what a bare surface loses grows nothing.
 */
public record YieldResponse(double vegetative, double flowering, double yieldFormation, double ripening) {

    /** The table has no yield formation for cotton; that of ripening stands for it. */
    public static final YieldResponse COTTON = new YieldResponse(0.2, 0.5, 0.25, 0.25);

    public static final YieldResponse MAIZE = new YieldResponse(0.4, 1.5, 0.5, 0.2);

    public YieldResponse {
        if (!(vegetative >= 0 && flowering >= 0 && yieldFormation >= 0 && ripening >= 0)) {
            throw new IllegalArgumentException("A yield response is zero or more, not " + vegetative + ", " + flowering
                    + ", " + yieldFormation + " and " + ripening + "; FAO-33 has 0.2 to 1.5");
        }
    }

    /** Ky. */
    public double of(GrowthPhase phase) {
        return switch (phase) {
            case VEGETATIVE -> vegetative;
            case FLOWERING -> flowering;
            case YIELD_FORMATION -> yieldFormation;
            case RIPENING -> ripening;
        };
    }

    /**
     * Yield against that of the same season without any lack of water, 0 to 1: the product over the phases (Rao et al. 1988, Irrigation Science
     * 9:299).
     *
     * @param days of a season from planting on
     */
    public double relativeYield(List<BalanceDay> days, StageLengths stages) {
        GrowthPhase[] phases = GrowthPhase.values();
        double[] taken = new double[phases.length];
        double[] wanted = new double[phases.length];
        for (int i = 0; i < days.size(); i++) {
            BalanceDay day = days.get(i);
            int phase = GrowthPhase.at(stages, i).ordinal();
            taken[phase] += day.transpiration();
            wanted[phase] += day.unstressedTranspiration();
        }
        double yield = 1;
        for (GrowthPhase phase : phases) {
            int i = phase.ordinal();
            yield *= wanted[i] > 0 ? Math.max(0, 1 - of(phase) * (1 - taken[i] / wanted[i])) : 1;
        }
        return yield;
    }
}
