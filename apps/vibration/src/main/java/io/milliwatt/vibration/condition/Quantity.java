package io.milliwatt.vibration.condition;

import java.util.Arrays;
import java.util.Optional;

/**
 * What a vibration node reports once per window, in the order of feature recipe 1 version 1. The number of a quantity in
 * the trend tables is its place in the recipe and never changes.
 */
public enum Quantity {
    VELOCITY_RMS("velocityRms", "mm/s", 0.01),
    ACCELERATION_RMS("accelerationRms", "g", 0.001),
    ACCELERATION_PEAK("accelerationPeak", "g", 0.001),
    KURTOSIS("kurtosis", "", 0.01),
    CREST_FACTOR("crestFactor", "", 0.01),
    LINE_INNER("lineInner", "", 1),
    LINE_BALL("lineBall", "", 1),
    LINE_OUTER("lineOuter", "", 1),
    ANOMALY("anomaly", "", 1),
    SHAFT_SPEED("shaftSpeed", "Hz", 0.01);

    private final String label;
    private final String unit;
    private final double scale;

    Quantity(String label, String unit, double scale) {
        this.label = label;
        this.unit = unit;
        this.scale = scale;
    }

    /** As it is named in addresses and messages. */
    public String label() {
        return label;
    }

    /** Empty for a plain number. */
    public String unit() {
        return unit;
    }

    /** Physical unit per count. */
    public double scale() {
        return scale;
    }

    /** Its place in the recipe's outputs and its number in the trend tables. */
    @SuppressWarnings("EnumOrdinal") // the order is the recipe's
    public int place() {
        return ordinal();
    }

    public static Optional<Quantity> fromLabel(String label) {
        return Arrays.stream(values())
                .filter(quantity -> quantity.label.equals(label))
                .findFirst();
    }
}
