package io.milliwatt.ecg.adapter.live;

import com.fasterxml.jackson.databind.JsonNode;
import io.milliwatt.ecg.patient.Pseudonym;
import io.milliwatt.platform.live.LiveTopics;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What a page asks to be told of the patients that it shows:
 * {@code {"type":"watch","patients":{"P-7F3K2QXA":"samples","P-9C0DE1FG":"envelope"}}}.
 */
@ApplicationScoped
class WatchTopics implements LiveTopics {

    private static final int MOST_PATIENTS = 64;

    static String samples(String patient) {
        return "samples:" + patient;
    }

    static String envelope(String patient) {
        return "envelope:" + patient;
    }

    static String numerics(String patient) {
        return "numerics:" + patient;
    }

    @Override
    public Set<String> asked(JsonNode message) {
        if (!message.path("type").asText().equals("watch")
                || !message.path("patients").isObject()) {
            throw new IllegalArgumentException("A page may only say which patients it watches.");
        }
        if (message.path("patients").size() > MOST_PATIENTS) {
            throw new IllegalArgumentException("A page wants to watch "
                    + message.path("patients").size() + " patients; " + MOST_PATIENTS + " are the most.");
        }
        Set<String> topics = new HashSet<>();
        for (Map.Entry<String, JsonNode> wanted : message.path("patients").properties()) {
            String patient = wanted.getKey();
            if (!Pseudonym.isOne(patient)) {
                throw new IllegalArgumentException("'" + patient + "' is no patient's pseudonym.");
            }
            topics.add(numerics(patient));
            switch (wanted.getValue().asText()) {
                case "samples" -> topics.add(samples(patient));
                case "envelope" -> topics.add(envelope(patient));
                case "numerics" -> {
                    // Numbers come with every way of watching.
                }
                default ->
                    throw new IllegalArgumentException("'" + wanted.getValue().asText()
                            + "' is no way to watch; there are samples, envelope and numerics.");
            }
        }
        return topics;
    }
}
