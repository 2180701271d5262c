package io.milliwatt.ecg.alarm;

/**
 * A patient's limits; a value beyond one raises an alarm. What each may be stands in {@link LimitRange}.
 *
 * @param heartRateLow per minute
 * @param heartRateHigh per minute
 * @param respirationRateLow per minute
 * @param respirationRateHigh per minute
 * @param spo2Low percent
 */
public record Limits(
        double heartRateLow,
        double heartRateHigh,
        double respirationRateLow,
        double respirationRateHigh,
        double spo2Low) {

    /** Usual factory settings of adult monitors. */
    public static final Limits DEFAULT = new Limits(50, 120, 8, 30, 90);

    public Limits {
        LimitRange.HEART_RATE_LOW.require(heartRateLow);
        LimitRange.HEART_RATE_HIGH.require(heartRateHigh);
        LimitRange.RESPIRATION_RATE_LOW.require(respirationRateLow);
        LimitRange.RESPIRATION_RATE_HIGH.require(respirationRateHigh);
        LimitRange.SPO2_LOW.require(spo2Low);
        requireOrder(heartRateLow, heartRateHigh, "heart rate");
        requireOrder(respirationRateLow, respirationRateHigh, "respiration rate");
    }

    private static void requireOrder(double low, double high, String what) {
        if (low >= high) {
            throw new IllegalArgumentException("The limits of the " + what + " are " + low + " and " + high
                    + "; the lower one must be below the upper one.");
        }
    }
}
