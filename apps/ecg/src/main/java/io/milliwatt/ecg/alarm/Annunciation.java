package io.milliwatt.ecg.alarm;

import io.milliwatt.ecg.event.EventClass;
import io.milliwatt.platform.alarms.Alarm;
import io.milliwatt.platform.alarms.AlarmState;
import io.milliwatt.platform.alarms.Priority;
import java.util.Locale;
import java.util.Optional;

/** How an alarm stands before the people who see it, in the words of IEC 60601-1-8:2006+AMD2:2020. */
public enum Annunciation {
    /** Seen and heard. */
    ACTIVE,
    /** Seen; somebody knows. */
    ACKNOWLEDGED,
    /** Its condition is over; it is seen and heard until somebody knows. */
    LATCHED,
    /** Seen and, for a while or until somebody ends it, not heard. */
    AUDIO_PAUSED,
    /** Neither seen nor heard for a while. */
    ALARM_PAUSED,
    /** Neither seen nor heard until somebody ends it. */
    OFF,
    OVER;

    public static Annunciation of(Alarm alarm, Optional<Pause> pause) {
        if (!alarm.state().isOpen()) {
            return OVER;
        }
        Optional<Pause.Kind> held = pause.map(Pause::kind).filter(kind -> holds(kind, alarm));
        if (held.equals(Optional.of(Pause.Kind.ALARM_PAUSED))) {
            return ALARM_PAUSED;
        }
        if (held.equals(Optional.of(Pause.Kind.ALARM_OFF))) {
            return OFF;
        }
        if (alarm.state() == AlarmState.ACTIVE_ACKNOWLEDGED) {
            return ACKNOWLEDGED;
        }
        if (held.isPresent()) {
            return AUDIO_PAUSED;
        }
        return alarm.state() == AlarmState.RETURNED_UNACKNOWLEDGED ? LATCHED : ACTIVE;
    }

    /** What ends by itself holds everything back; what does not, nothing life-threatening. */
    private static boolean holds(Pause.Kind kind, Alarm alarm) {
        return kind.endsByItself()
                || PatientRules.eventClass(alarm.rule())
                        .map(eventClass -> !eventClass.isLifeThreatening())
                        .orElse(true);
    }

    /** Whether it must be heard now. What came late is told but never sounded as if it were new. */
    public boolean sounds(Alarm alarm) {
        return (this == ACTIVE || this == LATCHED) && !alarm.late();
    }

    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** 0 for the most urgent: by priority, and within one a technical alarm behind a physiological one. */
    public static int rank(Priority priority, boolean technical) {
        int first = switch (priority) {
            case HIGH -> 0;
            case MEDIUM -> 2;
            case LOW -> 4;
        };
        return technical ? first + 1 : first;
    }

    /** The rank of an alarm. */
    public static int rank(Alarm alarm) {
        return rank(
                alarm.priority(),
                PatientRules.eventClass(alarm.rule())
                        .map(EventClass::isTechnical)
                        .orElse(false));
    }
}
