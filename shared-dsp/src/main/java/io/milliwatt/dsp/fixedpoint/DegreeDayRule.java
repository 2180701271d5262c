package io.milliwatt.dsp.fixedpoint;

/**
 * How degree-days are counted. Thresholds are in the units of the values, within 24 bits with sign.
 *
 * @param method how a day's warmth is found
 * @param valuesPerDay 1 … 65,535
 * @param base below it nothing grows
 * @param upper above it nothing grows faster; at least the base
 */
public record DegreeDayRule(Method method, int valuesPerDay, int base, int upper) {

    /** Ways to a day's mean temperature, after McMaster and Wilhelm 1997. */
    public enum Method {
        /** Mean of highest and lowest, each cut at the thresholds first (their method 2). */
        EXTREMES_CUT,
        /** Mean of highest and lowest, cut at the thresholds afterwards (their method 1). */
        EXTREMES,
        /** Mean of all readings, each cut at the thresholds, which the others approximate. */
        READINGS
    }

    int cut(int value) {
        return Math.clamp(value, base, upper);
    }
}
