package io.milliwatt.ecg.alarm;

/**
 * A patient's limits; a value beyond one raises an alarm.
 *
 * @param heartRateLow per minute, 20…150
 * @param heartRateHigh per minute, 60…300
 * @param respirationRateLow per minute, 2…40
 * @param respirationRateHigh per minute, 10…100
 * @param spo2Low percent, 50…100
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
        require(heartRateLow, 20, 150, "lower limit of the heart rate", "/min");
        require(heartRateHigh, 60, 300, "upper limit of the heart rate", "/min");
        require(respirationRateLow, 2, 40, "lower limit of the respiration rate", "/min");
        require(respirationRateHigh, 10, 100, "upper limit of the respiration rate", "/min");
        require(spo2Low, 50, 100, "lower limit of SpO2", " %");
        requireOrder(heartRateLow, heartRateHigh, "heart rate");
        requireOrder(respirationRateLow, respirationRateHigh, "respiration rate");
    }

    private static void require(double value, double least, double most, String what, String unit) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException("The " + what + " is " + value + unit + "; it must be " + (int) least
                    + "…" + (int) most + unit + ".");
        }
    }

    private static void requireOrder(double low, double high, String what) {
        if (low >= high) {
            throw new IllegalArgumentException("The limits of the " + what + " are " + low + " and " + high
                    + "; the lower one must be below the upper one.");
        }
    }
}
