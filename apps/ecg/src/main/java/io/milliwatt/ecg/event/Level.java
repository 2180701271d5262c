package io.milliwatt.ecg.event;

import io.milliwatt.platform.alarms.Priority;
import java.util.Locale;
import java.util.Optional;

/** How loud an event is for a patient, from the loudest; the words are those of central stations. */
public enum Level {
    CRISIS(Priority.HIGH),
    WARNING(Priority.MEDIUM),
    ADVISORY(Priority.LOW),
    /** It stands in the list of events and calls nobody. */
    MESSAGE(null),
    /** As a message, and hidden from the list unless asked for. */
    OFF(null);

    private final Priority priority;

    Level(Priority priority) {
        this.priority = priority;
    }

    /** Of the alarm; empty where there is none. */
    public Optional<Priority> priority() {
        return Optional.ofNullable(priority);
    }

    /** Whether this level is quieter than another. */
    public boolean isBelow(Level other) {
        return compareTo(other) > 0;
    }

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Level> fromLabel(String label) {
        for (Level level : values()) {
            if (level.label().equals(label)) {
                return Optional.of(level);
            }
        }
        return Optional.empty();
    }
}
