package io.milliwatt.vibration.condition;

import java.util.Arrays;
import java.util.Optional;

/** The model's classes, as the frame contract numbers them. */
public enum Fault {
    NONE(0, "none", "no damage"),
    UNIDENTIFIED(1, "unidentified", "bearing damage, element not identified"),
    INNER_RACE(2, "inner-race", "damage of the inner race"),
    OUTER_RACE(3, "outer-race", "damage of the outer race"),
    ROLLING_ELEMENT(4, "rolling-element", "damage of a rolling element");

    private final int number;
    private final String label;
    private final String words;

    Fault(int number, String label, String words) {
        this.number = number;
        this.label = label;
        this.words = words;
    }

    public String label() {
        return label;
    }

    /** As part of a sentence. */
    public String words() {
        return words;
    }

    public boolean isDamage() {
        return this != NONE;
    }

    public static Optional<Fault> fromNumber(long number) {
        return Arrays.stream(values()).filter(fault -> fault.number == number).findFirst();
    }
}
