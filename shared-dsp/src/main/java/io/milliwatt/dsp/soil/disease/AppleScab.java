package io.milliwatt.dsp.soil.disease;

import java.util.OptionalInt;

/** Apple scab (Venturia inaequalis): how long leaves must be wet for an infection. */
public final class AppleScab {
    /**
     * Least hours of wetness by whole °C from 1 to 26 (MacHardy and Gadoury 1989, Phytopathology 79:304, amended by Stensvand et al. 1997; as
     * reprinted in °F by West Virginia University).
     */
    private static final int[] LEAST_HOURS = {
        41, 35, 30, 28, 21, 18, 15, 13, 12, 11, 9, 8, 8, 7, 7, 6, 6, 6, 6, 6, 6, 6, 6, 6, 8, 11
    };

    /** A dry gap of this length ends a wet spell (West Virginia University's table, note a). */
    private static final int ENDING_DRY_HOURS = 8;

    private AppleScab() {}

    /** Severity on the older scale, which growers still speak in. */
    public enum Severity {
        NONE,
        LIGHT,
        MODERATE,
        HEAVY
    }

    /**
     * Least hours of leaf wetness for ascospores to infect, from the rain's begin, or from sunrise when it begins at night.
     *
     * @param meanCelsius of the wet spell
     * @return empty where it is too cold or too hot for the table
     */
    public static OptionalInt leastWetHours(double meanCelsius) {
        long degree = Math.round(meanCelsius);
        return degree < 1 || degree > LEAST_HOURS.length
                ? OptionalInt.empty()
                : OptionalInt.of(LEAST_HOURS[(int) degree - 1]);
    }

    /** Whether a wet spell infects. */
    public static boolean infects(double wetHours, double meanCelsius) {
        OptionalInt least = leastWetHours(meanCelsius);
        return least.isPresent() && wetHours >= least.getAsInt();
    }

    /** Severity by Mills's table (Mills 1944, revised by Jones 1980); between its temperatures the longer time counts. */
    public static Severity severity(double wetHours, double meanCelsius) {
        MillsRow row = MillsRow.at(meanCelsius);
        if (wetHours >= row.heavyHours()) {
            return Severity.HEAVY;
        }
        if (wetHours >= row.moderateHours()) {
            return Severity.MODERATE;
        }
        return wetHours >= row.lightHours() ? Severity.LIGHT : Severity.NONE;
    }

    /**
     * Wet hours of the spell that is running at the end of a series: spells add up unless a dry gap of eight hours lies between.
     *
     * @param wet hour by hour, the latest last
     */
    public static int runningWetHours(boolean[] wet) {
        int hours = 0;
        int dry = 0;
        for (int i = wet.length - 1; i >= 0; i--) {
            if (wet[i]) {
                hours++;
                dry = 0;
            } else if (++dry >= ENDING_DRY_HOURS) {
                break;
            }
        }
        return hours;
    }
}
