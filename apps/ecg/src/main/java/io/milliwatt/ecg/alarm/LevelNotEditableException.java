package io.milliwatt.ecg.alarm;

import io.milliwatt.ecg.event.EventClass;
import io.milliwatt.ecg.event.Level;

/** Somebody wanted an event quieter than it may be. */
public final class LevelNotEditableException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    LevelNotEditableException(EventClass eventClass, Level level) {
        super(eventClass.words() + " cannot be set to '" + level.label() + "'; its quietest level is '"
                + eventClass.leastLevel().label() + "'.");
    }
}
