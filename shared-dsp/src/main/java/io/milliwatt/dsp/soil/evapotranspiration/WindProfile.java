package io.milliwatt.dsp.soil.evapotranspiration;

/** Wind at the height for which the equations are made. */
public final class WindProfile {
    public static final double REFERENCE_HEIGHT_METRES = 2;

    private WindProfile() {}

    /**
     * Speed at 2 m over short grass from that at another height (FAO-56 eq. 47, ASCE 2005 eq. 33).
     *
     * @param heightMetres of the anemometer, above 0.1 m
     */
    public static double atTwoMetres(double metresPerSecond, double heightMetres) {
        if (!(metresPerSecond >= 0 && metresPerSecond < 100)) {
            throw new IllegalArgumentException("A mean wind speed cannot be " + metresPerSecond + " m/s");
        }
        if (!(heightMetres > 0.1)) {
            throw new IllegalArgumentException("An anemometer does not stand at " + heightMetres + " m");
        }
        if (heightMetres == REFERENCE_HEIGHT_METRES) {
            return metresPerSecond;
        }
        return metresPerSecond * 4.87 / Math.log(67.8 * heightMetres - 5.42);
    }
}
