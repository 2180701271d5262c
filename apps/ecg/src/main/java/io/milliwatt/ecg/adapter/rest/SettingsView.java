package io.milliwatt.ecg.adapter.rest;

import io.milliwatt.ecg.adapter.db.Stay;
import io.milliwatt.ecg.alarm.Limits;
import io.milliwatt.ecg.alarm.Settings;
import io.milliwatt.ecg.event.EventClass;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Limits and levels, each class with its level, and whether there is a pacemaker; {@code changedAt} is null where nothing was set. */
public record SettingsView(
        Limits limits,
        Map<String, String> levels,
        int spo2Scale,
        boolean hasPacemaker,
        boolean isDefault,
        Optional<Instant> changedAt,
        Optional<String> changedBy) {

    static SettingsView of(Stay stay) {
        return of(stay.settings(), stay.changed());
    }

    static SettingsView of(Settings settings, Optional<Stay.Change> changed) {
        Map<String, String> levels = new LinkedHashMap<>();
        for (EventClass known : EventClass.values()) {
            levels.put(known.label(), settings.level(known).label());
        }
        return new SettingsView(
                settings.limits(),
                levels,
                settings.spo2Scale(),
                settings.hasPacemaker(),
                settings.isDefault(),
                changed.map(Stay.Change::at),
                changed.map(Stay.Change::by));
    }
}
