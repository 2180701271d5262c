package io.milliwatt.ecg.adapter.db;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.milliwatt.ecg.alarm.Limits;
import io.milliwatt.ecg.alarm.Settings;
import io.milliwatt.ecg.event.EventClass;
import io.milliwatt.ecg.event.Level;
import io.milliwatt.platform.storage.StorageException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** Settings as they stand in the admission's row. */
@ApplicationScoped
class SettingsText {

    private final ObjectMapper json;

    SettingsText(ObjectMapper json) {
        this.json = json;
    }

    record Stored(Limits limits, Map<String, String> levels, int spo2Scale, boolean hasPacemaker) {}

    String write(Settings settings) {
        Map<String, String> levels = new TreeMap<>();
        settings.levels().forEach((eventClass, level) -> levels.put(eventClass.label(), level.label()));
        try {
            return json.writeValueAsString(
                    new Stored(settings.limits(), levels, settings.spo2Scale(), settings.hasPacemaker()));
        } catch (JsonProcessingException failure) {
            throw new StorageException("The settings cannot be written as JSON.", failure);
        }
    }

    Settings read(String text) {
        try {
            Stored stored = json.readValue(text, Stored.class);
            Map<EventClass, Level> levels = new EnumMap<>(EventClass.class);
            stored.levels()
                    .forEach((label, level) -> EventClass.fromLabel(label)
                            .ifPresent(known -> Level.fromLabel(level).ifPresent(said -> levels.put(known, said))));
            return new Settings(stored.limits(), levels, stored.spo2Scale(), stored.hasPacemaker());
        } catch (JsonProcessingException damaged) {
            throw new StorageException("Stored settings cannot be read: " + damaged.getOriginalMessage(), damaged);
        }
    }
}
