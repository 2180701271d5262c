package io.milliwatt.irrigation.outlook;

import java.util.Locale;

/** How likely a disease gains ground. */
public enum Risk {
    NONE,
    LOW,
    MODERATE,
    HIGH;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
