package io.milliwatt.ecg.news;

/** The seven observations of the chart, in its order. */
public enum NewsParameter {
    RESPIRATION_RATE("respirationRate", "/min"),
    OXYGEN_SATURATION("spo2", "%"),
    SUPPLEMENTAL_OXYGEN("supplementalOxygen", ""),
    SYSTOLIC_PRESSURE("systolic", "mmHg"),
    PULSE("heartRate", "/min"),
    CONSCIOUSNESS("consciousness", ""),
    TEMPERATURE("temperature", "°C");

    private final String label;
    private final String unit;

    NewsParameter(String label, String unit) {
        this.label = label;
        this.unit = unit;
    }

    /** Its name in addresses and messages, stable. */
    public String label() {
        return label;
    }

    /** Unit of its value; empty for the two that have none. */
    public String unit() {
        return unit;
    }
}
