package io.milliwatt.dsp.soil.evapotranspiration;

/** Radiation at the ground: what arrives, what a reference crop keeps and what it sends back. MJ/m² per day or hour. */
public final class Radiation {
    /** What a reference crop keeps of the light: albedo 0.23 (FAO-56 eq. 38, ASCE 2005 eq. 16). */
    private static final double KEPT = 0.77;
    /** Ångström's fractions where no local calibration exists (FAO-56 eq. 35). */
    private static final double OVERCAST_FRACTION = 0.25;

    private static final double SUNSHINE_FRACTION = 0.50;
    private static final double KELVIN = 273.16;
    private static final double HOURS_PER_DAY = 24;
    private static final double THICKEST_CLOUD = 0.3;

    private Radiation() {}

    /** From hours of bright sunshine (FAO-56 eq. 35). */
    public static double fromSunshine(double sunshineHours, double daylightHours, double extraterrestrial) {
        if (!(sunshineHours >= 0 && sunshineHours <= daylightHours * 1.05)) {
            throw new IllegalArgumentException(
                    "There cannot be " + sunshineHours + " h of sunshine in a day of " + daylightHours + " h");
        }
        return (OVERCAST_FRACTION + SUNSHINE_FRACTION * Math.min(1, sunshineHours / daylightHours)) * extraterrestrial;
    }

    /**
     * From the day's temperature range (Hargreaves, FAO-56 eq. 50).
     *
     * @param coefficient 0.16 inland, 0.19 at a coast
     */
    public static double fromTemperatureRange(
            double minimumCelsius, double maximumCelsius, double extraterrestrial, double coefficient) {
        if (maximumCelsius < minimumCelsius) {
            throw new IllegalArgumentException("The day's maximum of " + maximumCelsius
                    + " °C lies below its minimum of " + minimumCelsius + " °C");
        }
        return coefficient * Math.sqrt(maximumCelsius - minimumCelsius) * extraterrestrial;
    }

    /** FAO-56 eq. 38. */
    public static double netShortwave(double solar) {
        return KEPT * solar;
    }

    /** Cloudiness function of the ratio of solar to clear-sky radiation, limited to 0.3 to 1: 0.055 to 1 (ASCE 2005 eq. 18). */
    public static double cloudiness(double relativeSolar) {
        return 1.35 * Math.clamp(relativeSolar, THICKEST_CLOUD, 1) - 0.35;
    }

    /** Net outgoing longwave radiation of a day (FAO-56 eq. 39, ASCE 2005 eq. 17). */
    public static double netLongwave(
            double minimumCelsius,
            double maximumCelsius,
            double vapourPressureKilopascals,
            double cloudiness,
            Standard standard) {
        double emitted = (Math.pow(maximumCelsius + KELVIN, 4) + Math.pow(minimumCelsius + KELVIN, 4)) / 2;
        return standard.stefanBoltzmann() * emitted * emissivity(vapourPressureKilopascals) * cloudiness;
    }

    /** Net outgoing longwave radiation of an hour (ASCE 2005 eq. 44). */
    public static double netLongwaveOfHour(
            double celsius, double vapourPressureKilopascals, double cloudiness, Standard standard) {
        return standard.stefanBoltzmann()
                / HOURS_PER_DAY
                * Math.pow(celsius + KELVIN, 4)
                * emissivity(vapourPressureKilopascals)
                * cloudiness;
    }

    private static double emissivity(double vapourPressureKilopascals) {
        return 0.34 - 0.14 * Math.sqrt(vapourPressureKilopascals);
    }
}
