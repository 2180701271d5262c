package io.milliwatt.dsp.soil.plan;

import io.milliwatt.dsp.soil.crop.StageLengths;

/** The phases in which FAO-33 tells yields apart, by FAO-56's stages: flowering is taken as the first half of mid-season, yield formation as the second. */
public enum GrowthPhase {
    VEGETATIVE,
    FLOWERING,
    YIELD_FORMATION,
    RIPENING;

    /** @param day since planting, the day of planting being 0; after the season the last phase goes on */
    public static GrowthPhase at(StageLengths stages, int day) {
        if (day <= stages.endOfDevelopment()) {
            return VEGETATIVE;
        }
        if (day <= stages.endOfDevelopment() + stages.midSeason() / 2) {
            return FLOWERING;
        }
        return day <= stages.endOfMidSeason() ? YIELD_FORMATION : RIPENING;
    }
}
