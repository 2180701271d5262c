package io.milliwatt.ecg.adapter.rest;

import io.milliwatt.ecg.alarm.Limits;
import io.milliwatt.ecg.alarm.Settings;
import io.milliwatt.ecg.event.EventClass;
import io.milliwatt.ecg.event.Level;
import jakarta.validation.constraints.NotNull;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Limits and levels to be set; a class that is not named gets its default. Where nothing is said of a pacemaker, what is known of it
 * stays.
 */
public record SettingsRequest(
        @NotNull LimitsRequest limits,
        Optional<Map<String, String>> levels,
        Optional<Integer> spo2Scale,
        Optional<Boolean> hasPacemaker) {

    /** All five limits. */
    public record LimitsRequest(
            @NotNull Double heartRateLow,
            @NotNull Double heartRateHigh,
            @NotNull Double respirationRateLow,
            @NotNull Double respirationRateHigh,
            @NotNull Double spo2Low) {}

    /** Fails with a sentence where the values make no settings. */
    Settings toSettings(Settings before) {
        Map<EventClass, Level> wanted = new EnumMap<>(EventClass.class);
        levels.orElse(Map.of()).forEach((label, level) -> wanted.put(eventClass(label), level(level)));
        return new Settings(
                new Limits(
                        limits.heartRateLow(),
                        limits.heartRateHigh(),
                        limits.respirationRateLow(),
                        limits.respirationRateHigh(),
                        limits.spo2Low()),
                wanted,
                spo2Scale.orElse(1),
                hasPacemaker.orElse(before.hasPacemaker()));
    }

    private static EventClass eventClass(String label) {
        return EventClass.fromLabel(label)
                .orElseThrow(() -> new IllegalArgumentException(
                        "There is no class of events '" + label + "'; see /api/settings/classes."));
    }

    private static Level level(String label) {
        return Level.fromLabel(label)
                .orElseThrow(() -> new IllegalArgumentException("There is no level '" + label + "'; there are "
                        + Arrays.stream(Level.values()).map(Level::label).collect(Collectors.joining(", ")) + "."));
    }
}
