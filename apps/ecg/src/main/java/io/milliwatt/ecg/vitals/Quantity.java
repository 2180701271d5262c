package io.milliwatt.ecg.vitals;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;

/** The values whose courses are kept, with their numbers in the rollups. */
public enum Quantity {
    HEART_RATE(1, "heartRate", "/min", 0, 10),
    RESPIRATION_RATE(2, "respirationRate", "/min", 2, 10),
    SIGNAL_QUALITY(3, "signalQuality", "%", 4, 1),
    VENTRICULAR_SHARE(4, "ventricularShare", "", 6, 1000),
    OXYGEN_SATURATION(10, "spo2", "%"),
    TEMPERATURE(11, "temperature", "°C"),
    SYSTOLIC(12, "systolic", "mmHg"),
    DIASTOLIC(13, "diastolic", "mmHg"),
    NEWS(14, "news", "");

    private static final int NOT_OF_RECIPE = -1;

    private final int trendNumber;
    private final String label;
    private final String unit;
    private final int place;
    private final int divisor;

    Quantity(int trendNumber, String label, String unit) {
        this(trendNumber, label, unit, NOT_OF_RECIPE, 1);
    }

    Quantity(int trendNumber, String label, String unit, int place, int divisor) {
        this.trendNumber = trendNumber;
        this.label = label;
        this.unit = unit;
        this.place = place;
        this.divisor = divisor;
    }

    public int trendNumber() {
        return trendNumber;
    }

    public String label() {
        return label;
    }

    public String unit() {
        return unit;
    }

    /** Where it stands among the values of recipe 2; empty for what further sensors measure. */
    public OptionalInt place() {
        return place == NOT_OF_RECIPE ? OptionalInt.empty() : OptionalInt.of(place);
    }

    /** Counts per unit in the recipe's values. */
    public int divisor() {
        return divisor;
    }

    /** Whether a count of 0 says that the value is not known. */
    public boolean zeroIsUnknown() {
        return this == HEART_RATE || this == RESPIRATION_RATE;
    }

    public static Optional<Quantity> fromLabel(String label) {
        return Arrays.stream(values())
                .filter(quantity -> quantity.label.equals(label))
                .findFirst();
    }
}
