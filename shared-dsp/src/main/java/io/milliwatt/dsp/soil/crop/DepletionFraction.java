package io.milliwatt.dsp.soil.crop;

/** The part p of the available water that a crop draws without stress. */
public final class DepletionFraction {
    private static final double TABLED_DEMAND_MILLIMETRES = 5;

    private DepletionFraction() {}

    /**
     * The tabled fraction corrected for the day's demand (FAO-56 table 22, footnote 2), within 0.1 to 0.8.
     *
     * @param cropEvapotranspiration ETc of the day without stress, mm
     */
    public static double at(double tabled, double cropEvapotranspiration) {
        return Math.clamp(tabled + 0.04 * (TABLED_DEMAND_MILLIMETRES - cropEvapotranspiration), 0.1, 0.8);
    }
}
