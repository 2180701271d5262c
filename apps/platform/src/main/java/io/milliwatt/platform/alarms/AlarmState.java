package io.milliwatt.platform.alarms;

import java.util.Locale;

/** The states of ANSI/ISA-18.2-2016 §6.2.2 that an annunciated alarm goes through; shelving is no part of it. */
public enum AlarmState {
    /** The condition is gone and a person knows. */
    NORMAL,
    /** The condition holds and nobody has said that they know. */
    ACTIVE_UNACKNOWLEDGED,
    /** The condition holds and a person knows. */
    ACTIVE_ACKNOWLEDGED,
    /** The condition went before anybody said that they know (or, of a latched rule, since). */
    RETURNED_UNACKNOWLEDGED;

    public boolean isOpen() {
        return this != NORMAL;
    }

    public boolean isActive() {
        return this == ACTIVE_UNACKNOWLEDGED || this == ACTIVE_ACKNOWLEDGED;
    }

    public boolean isUnacknowledged() {
        return this == ACTIVE_UNACKNOWLEDGED || this == RETURNED_UNACKNOWLEDGED;
    }

    /** As it is written in messages and tables, such as {@code active-unacknowledged}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The state with this label. */
    public static AlarmState fromLabel(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** The state after the condition has come (again). */
    AlarmState afterActivation() {
        return isActive() ? this : ACTIVE_UNACKNOWLEDGED;
    }

    /**
     * The state after the condition has gone.
     *
     * @param latching what the alarm needs besides, to be over
     */
    AlarmState afterReturn(Latching latching) {
        return switch (this) {
            case ACTIVE_UNACKNOWLEDGED -> latching == Latching.NONE ? NORMAL : RETURNED_UNACKNOWLEDGED;
            case ACTIVE_ACKNOWLEDGED -> latching == Latching.UNTIL_RESET ? RETURNED_UNACKNOWLEDGED : NORMAL;
            case RETURNED_UNACKNOWLEDGED, NORMAL -> this;
        };
    }

    /** The state after a person has acknowledged; doing it twice changes nothing. */
    AlarmState afterAcknowledgement() {
        return switch (this) {
            case ACTIVE_UNACKNOWLEDGED -> ACTIVE_ACKNOWLEDGED;
            case RETURNED_UNACKNOWLEDGED -> NORMAL;
            case ACTIVE_ACKNOWLEDGED, NORMAL -> this;
        };
    }
}
