package io.milliwatt.ecg.alarm;

import io.milliwatt.ecg.event.EventClass;
import io.milliwatt.ecg.event.Level;
import java.util.EnumMap;
import java.util.Map;

/**
 * What is set for one admission; it ends with the discharge, and the next one begins with the defaults.
 *
 * @param levels those that differ from the default; none is quieter than its class allows
 * @param spo2Scale of NEWS2: 2 for patients whose target saturation is 88…92 %, else 1
 * @param hasPacemaker nodes take its spikes out and mark the beats after them
 */
public record Settings(Limits limits, Map<EventClass, Level> levels, int spo2Scale, boolean hasPacemaker) {

    public static final Settings DEFAULT = new Settings(Limits.DEFAULT, Map.of(), 1, false);

    public Settings {
        if (spo2Scale != 1 && spo2Scale != 2) {
            throw new IllegalArgumentException("The SpO2 scale is " + spo2Scale + "; NEWS2 has the scales 1 and 2.");
        }
        EnumMap<EventClass, Level> kept = new EnumMap<>(EventClass.class);
        levels.forEach((eventClass, level) -> {
            if (level.isBelow(eventClass.leastLevel())) {
                throw new LevelNotEditableException(eventClass, level);
            }
            if (level != eventClass.defaultLevel()) {
                kept.put(eventClass, level);
            }
        });
        levels = Map.copyOf(kept);
    }

    public Level level(EventClass eventClass) {
        return levels.getOrDefault(eventClass, eventClass.defaultLevel());
    }

    /** Whether limits and levels are the defaults; that there is a pacemaker is no choice that one goes back from. */
    public boolean isDefault() {
        return equals(DEFAULT.withPacemaker(hasPacemaker));
    }

    /** The same for a patient who has a pacemaker, or none. */
    public Settings withPacemaker(boolean has) {
        return new Settings(limits, levels, spo2Scale, has);
    }
}
