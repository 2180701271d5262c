package io.milliwatt.dsp.soil.plan;

import io.milliwatt.dsp.soil.crop.Crop;

/**
 * A way through the rest of a season.
 *
 * @param initial depletion at which to refill, as multiple of the readily available water: 1 is on the last day before stress, more lets the
 *     crop come into stress; in the initial stage
 * @param development the same in the development stage
 * @param midSeason the same in mid-season
 * @param ungiven mm of the crop's use until its end for which no water is given, beyond what the soil stores
 */
public record Strategy(double initial, double development, double midSeason, double ungiven) {

    /** No stress, and the soil drawn down by the end. */
    public static final Strategy WITHOUT_STRESS = new Strategy(1, 1, 1, 0);

    Strategy ungiven(double millimetres) {
        return new Strategy(initial, development, midSeason, millimetres);
    }

    /** In the late season water is held back by {@link #ungiven} alone, so that stress comes once and at the end. */
    double refillMultiple(Crop crop, int day) {
        return switch (crop.stages().at(day)) {
            case INITIAL -> initial;
            case DEVELOPMENT -> development;
            case MID_SEASON -> midSeason;
            case LATE_SEASON, AFTER_SEASON -> 1;
        };
    }
}
