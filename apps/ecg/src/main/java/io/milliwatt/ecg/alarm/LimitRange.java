package io.milliwatt.ecg.alarm;

import java.util.function.ToDoubleFunction;

/** What each limit may be. */
public enum LimitRange {
    HEART_RATE_LOW("heartRateLow", 20, 150, "lower limit of the heart rate", "/min", Limits::heartRateLow),
    HEART_RATE_HIGH("heartRateHigh", 60, 300, "upper limit of the heart rate", "/min", Limits::heartRateHigh),
    RESPIRATION_RATE_LOW(
            "respirationRateLow", 2, 40, "lower limit of the respiration rate", "/min", Limits::respirationRateLow),
    RESPIRATION_RATE_HIGH(
            "respirationRateHigh", 10, 100, "upper limit of the respiration rate", "/min", Limits::respirationRateHigh),
    SPO2_LOW("spo2Low", 50, 100, "lower limit of SpO2", " %", Limits::spo2Low);

    private final String label;
    private final int least;
    private final int most;
    private final String words;
    private final String unit;
    private final ToDoubleFunction<Limits> value;

    LimitRange(String label, int least, int most, String words, String unit, ToDoubleFunction<Limits> value) {
        this.label = label;
        this.least = least;
        this.most = most;
        this.words = words;
        this.unit = unit;
        this.value = value;
    }

    /** As the limit is called in messages. */
    public String label() {
        return label;
    }

    public int least() {
        return least;
    }

    public int most() {
        return most;
    }

    public String unit() {
        return unit.strip();
    }

    /** What each admission begins with. */
    public double byDefault() {
        return value.applyAsDouble(Limits.DEFAULT);
    }

    void require(double asked) {
        if (!(asked >= least && asked <= most)) {
            throw new IllegalArgumentException(
                    "The " + words + " is " + asked + unit + "; it must be " + least + "…" + most + unit + ".");
        }
    }
}
