package io.milliwatt.dsp.soil.evapotranspiration;

/** Heat that goes into the soil, MJ/m² per day; over a single day it is taken as zero (FAO-56 eq. 42). */
public final class SoilHeat {
    private static final double BOTH_NEIGHBOURS = 0.07;
    private static final double PREVIOUS_ONLY = 0.14;

    private SoilHeat() {}

    /** Of a month between two others of known mean temperature (FAO-56 eq. 43). */
    public static double ofMonth(double previousMonthCelsius, double nextMonthCelsius) {
        return BOTH_NEIGHBOURS * (nextMonthCelsius - previousMonthCelsius);
    }

    /** Of a month whose successor is not known yet (FAO-56 eq. 44). */
    public static double ofMonthAfter(double previousMonthCelsius, double thisMonthCelsius) {
        return PREVIOUS_ONLY * (thisMonthCelsius - previousMonthCelsius);
    }
}
