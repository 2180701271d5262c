package io.milliwatt.dsp.soil.balance;

/**
 * A crop on a day.
 *
 * @param single Kc of the single coefficient's course
 * @param tabledBasal Kcb of the tabled course
 * @param foreseenBasal Kcb as it goes on from the evening before, without what was seen on the day
 * @param basal Kcb with what was seen
 * @param largest Kc max (FAO-56 eq. 72)
 * @param coverFraction fc (FAO-56 eq. 76)
 * @param exposedFraction few (FAO-56 eq. 75)
 */
public record CropDay(
        double single,
        double tabledBasal,
        double foreseenBasal,
        double basal,
        double heightMetres,
        double rootDepthMetres,
        double largest,
        double coverFraction,
        double wettedFraction,
        double exposedFraction) {}
