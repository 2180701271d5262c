package io.milliwatt.telemetry;

import java.util.Arrays;
import java.util.Optional;

/** The field that a node works in; the number stands in status frames, the name in topics and headers. */
public enum Domain {
    VIBRATION(1, "vibration"),
    ECG(2, "ecg"),
    IRRIGATION(3, "irrigation");

    private final int number;
    private final String label;

    Domain(int number, String label) {
        this.number = number;
        this.label = label;
    }

    public int number() {
        return number;
    }

    public String label() {
        return label;
    }

    public static Optional<Domain> fromNumber(long number) {
        return Arrays.stream(values()).filter(domain -> domain.number == number).findFirst();
    }

    public static Optional<Domain> fromLabel(String label) {
        return Arrays.stream(values())
                .filter(domain -> domain.label.equals(label))
                .findFirst();
    }
}
