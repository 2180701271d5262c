package io.milliwatt.dsp.soil.evapotranspiration;

/** The standardized Penman–Monteith equation (FAO-56 eq. 6 and 53, ASCE 2005 eq. 1). */
public final class PenmanMonteith {
    /** Inverse latent heat of vaporization, m²·mm/MJ. */
    private static final double MILLIMETRES_PER_MEGAJOULE = 0.408;

    private static final double KELVIN = 273;

    private PenmanMonteith() {}

    /** A surface's constants Cn and Cd. */
    record Constants(double numerator, double denominator) {}

    /**
     * What drives evapotranspiration in one period.
     *
     * @param netRadiation MJ/m² in the period
     * @param soilHeat MJ/m² in the period
     * @param meanCelsius of the period
     * @param windAtTwoMetres m/s
     * @param saturationKilopascals mean saturation vapour pressure
     * @param vapourPressureKilopascals actual
     * @param slope of the saturation curve, kPa/°C
     * @param psychrometricConstant kPa/°C
     */
    public record Drivers(
            double netRadiation,
            double soilHeat,
            double meanCelsius,
            double windAtTwoMetres,
            double saturationKilopascals,
            double vapourPressureKilopascals,
            double slope,
            double psychrometricConstant) {}

    /** Millimetres of a day, or per day of a month. */
    public static double daily(Drivers drivers, ReferenceSurface surface) {
        return millimetres(drivers, surface.daily());
    }

    static double millimetres(Drivers drivers, Constants constants) {
        double deficit = drivers.saturationKilopascals() - drivers.vapourPressureKilopascals();
        double energy = MILLIMETRES_PER_MEGAJOULE * drivers.slope() * (drivers.netRadiation() - drivers.soilHeat());
        double wind = drivers.psychrometricConstant()
                * constants.numerator()
                / (drivers.meanCelsius() + KELVIN)
                * drivers.windAtTwoMetres()
                * deficit;
        double resistance = drivers.slope()
                + drivers.psychrometricConstant() * (1 + constants.denominator() * drivers.windAtTwoMetres());
        return (energy + wind) / resistance;
    }
}
