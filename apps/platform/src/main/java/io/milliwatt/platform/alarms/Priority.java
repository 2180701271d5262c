package io.milliwatt.platform.alarms;

import java.util.Locale;

/** How soon a person has to act; from the most urgent to the least. */
public enum Priority {
    HIGH,
    MEDIUM,
    LOW;

    /** As it is written in messages and tables: {@code high}, {@code medium}, {@code low}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The priority with this label. */
    public static Priority fromLabel(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }
}
