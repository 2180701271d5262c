package io.milliwatt.dsp.soil.salinity;

/** Brings a conductivity measured at the soil's temperature to 25 °C, at which all tables speak. */
public final class TemperatureCompensation {
    /** Of soil solutions between 15 and 35 °C: about 2 % per °C (US Salinity Laboratory, Handbook 60, table 15). */
    public static final double USUAL_PER_CELSIUS = 0.02;

    private static final double REFERENCE_CELSIUS = 25;

    private TemperatureCompensation() {}

    public static double at25Celsius(double decisiemensPerMetre, double celsius) {
        return at25Celsius(decisiemensPerMetre, celsius, USUAL_PER_CELSIUS);
    }

    public static double at25Celsius(double decisiemensPerMetre, double celsius, double perCelsius) {
        if (!(celsius > 0 && celsius < 60)) {
            throw new IllegalArgumentException("A conductivity at " + celsius
                    + " °C cannot be brought to 25 °C; frozen soil does not conduct as wet soil does");
        }
        return decisiemensPerMetre / (1 + perCelsius * (celsius - REFERENCE_CELSIUS));
    }
}
