package io.milliwatt.dsp.soil.evapotranspiration;

/** Air pressure and what follows from it. */
public final class Atmosphere {
    /** FAO-56 eq. 8 with its constants put together, per °C. */
    private static final double PSYCHROMETRIC_RATIO = 0.000665;

    private static final double SEA_LEVEL_KILOPASCALS = 101.3;
    private static final double STANDARD_KELVIN = 293;
    private static final double LAPSE_KELVIN_PER_METRE = 0.0065;

    private Atmosphere() {}

    /** Mean pressure at an elevation above the sea (FAO-56 eq. 7, ASCE 2005 eq. 3), kPa. */
    public static double pressureKilopascals(double elevationMetres, Standard standard) {
        if (!(elevationMetres > -500 && elevationMetres < 9000)) {
            throw new IllegalArgumentException(
                    "A field does not lie " + elevationMetres + " m above the sea; give its elevation in metres");
        }
        return SEA_LEVEL_KILOPASCALS
                * Math.pow(
                        (STANDARD_KELVIN - LAPSE_KELVIN_PER_METRE * elevationMetres) / STANDARD_KELVIN,
                        standard.pressureExponent());
    }

    /** Psychrometric constant (FAO-56 eq. 8, ASCE 2005 eq. 4), kPa/°C. */
    public static double psychrometricConstant(double pressureKilopascals) {
        return PSYCHROMETRIC_RATIO * pressureKilopascals;
    }
}
