package io.milliwatt.training.soil.season;

/**
 * What a season came to; water in mm.
 *
 * @param stressDays days of the crop's season on which water held it back (Ks below 1)
 * @param allStressDays the same over all recorded days, after the crop's season too
 * @param transpiration of the crop's season
 * @param relativeYield against a season without lack of water, by FAO-33, 0 to 1
 */
record SeasonOutcome(
        double irrigation,
        int events,
        int stressDays,
        int allStressDays,
        double transpiration,
        double relativeYield,
        double evaporation,
        double percolation) {}
