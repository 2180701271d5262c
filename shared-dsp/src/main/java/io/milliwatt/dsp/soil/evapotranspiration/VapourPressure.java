package io.milliwatt.dsp.soil.evapotranspiration;

/** Vapour pressure of the air, saturated and actual, kPa. */
public final class VapourPressure {
    private static final double AT_ZERO_CELSIUS = 0.6108;
    private static final double FACTOR = 17.27;
    private static final double OFFSET_CELSIUS = 237.3;
    private static final double SLOPE_FACTOR = 4098;
    private static final double PERCENT = 100;

    private VapourPressure() {}

    /** Over water at a temperature (FAO-56 eq. 11, ASCE 2005 eq. 7). */
    public static double saturation(double celsius) {
        return AT_ZERO_CELSIUS * Math.exp(FACTOR * celsius / (celsius + OFFSET_CELSIUS));
    }

    /** Mean of the saturation pressures at a day's extremes (FAO-56 eq. 12, ASCE 2005 eq. 6). */
    public static double meanSaturation(double minimumCelsius, double maximumCelsius) {
        return (saturation(minimumCelsius) + saturation(maximumCelsius)) / 2;
    }

    /** Slope of the saturation curve (FAO-56 eq. 13, ASCE 2005 eq. 5), kPa/°C. */
    public static double slope(double celsius) {
        double offset = celsius + OFFSET_CELSIUS;
        return SLOPE_FACTOR * saturation(celsius) / (offset * offset);
    }

    /** The temperature at which a vapour pressure saturates: the inverse of {@link #saturation}, FAO-56 annex 5. */
    public static double dewPointCelsius(double vapourPressureKilopascals) {
        if (!(vapourPressureKilopascals > 0)) {
            throw new IllegalArgumentException("Air without vapour has no dew point; its vapour pressure is "
                    + vapourPressureKilopascals + " kPa");
        }
        double logarithm = Math.log(vapourPressureKilopascals / AT_ZERO_CELSIUS);
        return OFFSET_CELSIUS * logarithm / (FACTOR - logarithm);
    }

    /** From relative humidity at both extremes (FAO-56 eq. 17, ASCE 2005 eq. 11); the saturations are those at the day's extremes. */
    public static double fromBothHumidities(
            double saturationAtMinimum, double saturationAtMaximum, double minimumPercent, double maximumPercent) {
        return (saturationAtMinimum * humidity(maximumPercent) + saturationAtMaximum * humidity(minimumPercent)) / 2;
    }

    /** From the highest humidity alone, better than the mean where low humidities are in doubt (FAO-56 eq. 18, ASCE 2005 eq. 12). */
    public static double fromMaximumHumidity(double saturationAtMinimum, double maximumPercent) {
        return saturationAtMinimum * humidity(maximumPercent);
    }

    /** From the mean humidity (FAO-56 eq. 19, ASCE 2005 eq. 14). */
    public static double fromMeanHumidity(double meanSaturation, double meanPercent) {
        return meanSaturation * humidity(meanPercent);
    }

    /**
     * From a psychrometer (FAO-56 eq. 15).
     *
     * @param coefficientPerCelsius 0.000662 ventilated at 5 m/s, 0.0008 naturally ventilated, 0.0012 indoors (FAO-56 eq. 16)
     */
    public static double fromPsychrometer(
            double wetBulbCelsius, double dryBulbCelsius, double pressureKilopascals, double coefficientPerCelsius) {
        if (wetBulbCelsius > dryBulbCelsius) {
            throw new IllegalArgumentException("The wet bulb at " + wetBulbCelsius
                    + " °C cannot be warmer than the dry one at " + dryBulbCelsius + " °C");
        }
        return saturation(wetBulbCelsius)
                - coefficientPerCelsius * pressureKilopascals * (dryBulbCelsius - wetBulbCelsius);
    }

    private static double humidity(double percent) {
        if (!(percent >= 0 && percent <= PERCENT)) {
            throw new IllegalArgumentException("A relative humidity lies between 0 and 100 %, not " + percent + " %");
        }
        return percent / PERCENT;
    }
}
