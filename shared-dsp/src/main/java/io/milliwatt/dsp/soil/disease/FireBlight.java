package io.milliwatt.dsp.soil.disease;

/**
 * Blossom infection of apple and pear by fire blight (Erwinia amylovora) after MARYBLYT (Steiner 1990; Biggs and Turechek 2010, Plant Health
 * Progress): four conditions, of which all must be met on a day.
 */
public final class FireBlight {
    /** 65 °F, above which bacteria multiply on stigmas. */
    private static final double GROWTH_CELSIUS = 18.3;

    /** 198 °F·h: bacteria enough on the oldest open blossom. */
    private static final double ENOUGH_DEGREE_HOURS = 110;

    private static final double LEAST_MEAN_CELSIUS = 15.6;
    private static final double WETTING_RAIN_MILLIMETRES = 0.25;
    private static final double RAIN_OF_YESTERDAY_MILLIMETRES = 2.5;

    private FireBlight() {}

    /** By the number of conditions met while blossoms are open. */
    public enum Risk {
        LOW,
        MODERATE,
        HIGH,
        INFECTION
    }

    /**
     * A day in bloom.
     *
     * @param openBlossoms with stigmas and petals
     * @param degreeHours above 18.3 °C since the oldest blossom opened, at most the last 44 °C·d above 4.4 °C, °C·h
     * @param dew whether blossoms were wet by dew
     */
    public record Day(
            boolean openBlossoms,
            double degreeHours,
            double rainMillimetres,
            double rainOfYesterdayMillimetres,
            boolean dew,
            double meanCelsius) {

        boolean bacteria() {
            return degreeHours >= ENOUGH_DEGREE_HOURS;
        }

        boolean wet() {
            return dew
                    || rainMillimetres >= WETTING_RAIN_MILLIMETRES
                    || rainOfYesterdayMillimetres >= RAIN_OF_YESTERDAY_MILLIMETRES;
        }

        boolean warm() {
            return meanCelsius >= LEAST_MEAN_CELSIUS;
        }
    }

    public static Risk risk(Day day) {
        int met = (day.openBlossoms() ? 1 : 0) + (day.bacteria() ? 1 : 0) + (day.wet() ? 1 : 0) + (day.warm() ? 1 : 0);
        if (!day.openBlossoms()) {
            return Risk.LOW;
        }
        return switch (met) {
            case 4 -> Risk.INFECTION;
            case 3 -> Risk.HIGH;
            case 2 -> Risk.MODERATE;
            default -> Risk.LOW;
        };
    }

    /** Degree hours of readings at even times of one day, °C·h. */
    public static double degreeHours(double[] celsius) {
        double sum = 0;
        for (double reading : celsius) {
            sum += Math.max(0, reading - GROWTH_CELSIUS);
        }
        return sum * 24 / celsius.length;
    }
}
