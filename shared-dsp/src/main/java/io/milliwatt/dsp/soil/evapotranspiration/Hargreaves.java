package io.milliwatt.dsp.soil.evapotranspiration;

/** Reference evapotranspiration from temperature alone. */
public final class Hargreaves {
    private static final double MILLIMETRES_PER_MEGAJOULE = 0.408;

    private Hargreaves() {}

    /**
     * FAO-56 eq. 52, millimetres a day; a last resort, off by 15 to 20 % in humid climates or wind (FAO-56 chapter 3).
     *
     * @param extraterrestrial MJ/m² per day
     */
    public static double daily(double minimumCelsius, double maximumCelsius, double extraterrestrial) {
        if (maximumCelsius < minimumCelsius) {
            throw new IllegalArgumentException("The day's maximum of " + maximumCelsius
                    + " °C lies below its minimum of " + minimumCelsius + " °C");
        }
        double mean = (minimumCelsius + maximumCelsius) / 2;
        return Math.max(
                0,
                0.0023
                        * (mean + 17.8)
                        * Math.sqrt(maximumCelsius - minimumCelsius)
                        * MILLIMETRES_PER_MEGAJOULE
                        * extraterrestrial);
    }
}
