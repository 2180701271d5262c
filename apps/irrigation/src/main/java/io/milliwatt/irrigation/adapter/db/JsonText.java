package io.milliwatt.irrigation.adapter.db;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.milliwatt.platform.storage.StorageException;
import jakarta.enterprise.context.ApplicationScoped;

/** Records as JSON, as they stand in columns of that type. */
@ApplicationScoped
public class JsonText {

    private final ObjectMapper json;

    JsonText(ObjectMapper json) {
        this.json = json;
    }

    public String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException failure) {
            throw new StorageException(value.getClass() + " cannot be written as JSON.", failure);
        }
    }

    public <T> T read(String text, Class<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException damaged) {
            throw new StorageException(
                    "A stored " + type.getSimpleName() + " cannot be read: " + damaged.getOriginalMessage(), damaged);
        }
    }

    public <T> T read(String text, TypeReference<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException damaged) {
            throw new StorageException("Stored JSON cannot be read: " + damaged.getOriginalMessage(), damaged);
        }
    }
}
