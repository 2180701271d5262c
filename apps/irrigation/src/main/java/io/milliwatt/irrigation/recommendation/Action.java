package io.milliwatt.irrigation.recommendation;

import java.util.Locale;

/** What is recommended. */
public enum Action {
    IRRIGATE,
    /** There is no need now. */
    WAIT,
    /** There may be need, but something stands against it, or too little is known. */
    BLOCKED;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
