package io.milliwatt.dsp.soil.phenology;

import java.util.OptionalDouble;

/**
 * Degree days of a day from its extremes, °C·d. Models were fitted with one method each; use theirs.
 *
 * @param baseCelsius below it nothing grows
 * @param upperCelsius above it growth goes no faster; empty where the model has none
 */
public record DegreeDays(Method method, double baseCelsius, OptionalDouble upperCelsius) {

    /** How a day's course is drawn from its extremes. */
    public enum Method {
        /** Mean of the extremes less the base, not below zero (McMaster and Wilhelm 1997, Agricultural and Forest Meteorology 87:291, method 1). */
        MEAN,
        /** The same with each extreme first brought into the limits (method 2; with 10 and 30 °C that of maize). */
        LIMITED_MEAN,
        /** A sine through the extremes, cut off horizontally (Baskerville and Emin 1969, Ecology 50:514). */
        SINGLE_SINE
    }

    public DegreeDays {
        if (upperCelsius.isPresent() && !(upperCelsius.getAsDouble() > baseCelsius)) {
            throw new IllegalArgumentException("The upper threshold of " + upperCelsius.getAsDouble()
                    + " °C lies below the base of " + baseCelsius + " °C");
        }
    }

    public static DegreeDays above(Method method, double baseCelsius) {
        return new DegreeDays(method, baseCelsius, OptionalDouble.empty());
    }

    public static DegreeDays between(Method method, double baseCelsius, double upperCelsius) {
        return new DegreeDays(method, baseCelsius, OptionalDouble.of(upperCelsius));
    }

    public double of(double minimumCelsius, double maximumCelsius) {
        if (!(maximumCelsius >= minimumCelsius)) {
            throw new IllegalArgumentException("The day's maximum of " + maximumCelsius
                    + " °C lies below its minimum of " + minimumCelsius + " °C");
        }
        double upper = upperCelsius.orElse(Double.POSITIVE_INFINITY);
        return switch (method) {
            case MEAN -> Math.max(0, (Math.min(maximumCelsius, upper) + minimumCelsius) / 2 - baseCelsius);
            case LIMITED_MEAN ->
                (Math.clamp(maximumCelsius, baseCelsius, upper) + Math.clamp(minimumCelsius, baseCelsius, upper)) / 2
                        - baseCelsius;
            case SINGLE_SINE ->
                sineAbove(minimumCelsius, maximumCelsius, baseCelsius)
                        - (upperCelsius.isPresent() ? sineAbove(minimumCelsius, maximumCelsius, upper) : 0);
        };
    }

    private static double sineAbove(double minimum, double maximum, double threshold) {
        double mean = (minimum + maximum) / 2;
        if (minimum >= threshold) {
            return mean - threshold;
        }
        if (maximum <= threshold) {
            return 0;
        }
        double amplitude = (maximum - minimum) / 2;
        double crossing = Math.asin((threshold - mean) / amplitude);
        return ((mean - threshold) * (Math.PI / 2 - crossing) + amplitude * Math.cos(crossing)) / Math.PI;
    }
}
