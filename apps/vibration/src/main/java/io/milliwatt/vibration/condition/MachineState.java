package io.milliwatt.vibration.condition;

import java.util.Locale;

/** One word for how a machine is. */
public enum MachineState {
    NORMAL,
    WARNING,
    ALARM,
    STOPPED,
    NO_DATA;

    /** As it is written in messages, such as {@code no-data}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
