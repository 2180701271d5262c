package io.milliwatt.workbench.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.milliwatt.workbench.SuiteException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** Sits at the monitoring station's WebSocket like a wall of patients, and remembers how old was what it was shown. */
public final class WardProbe implements AutoCloseable, WebSocket.Listener {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<Double> waveMillis = Collections.synchronizedList(new ArrayList<>());
    private final List<ShownEvent> events = new CopyOnWriteArrayList<>();
    private final List<ShownAlarm> alarms = new CopyOnWriteArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final WebSocket socket;

    /** An event's onset as the wall heard of it. */
    public record ShownEvent(String patientId, String label, Instant onsetAt, Instant shownAt) {
        public double ageMillis() {
            return Duration.between(onsetAt, shownAt).toNanos() / 1e6;
        }
    }

    /** An alarm as the wall heard of it. */
    public record ShownAlarm(String bed, String rule, String priority, String state, Instant shownAt) {
        public boolean isActive() {
            return state.startsWith("active");
        }
    }

    /**
     * @param session logged in
     * @param patients whose every sample is shown, at most 64
     */
    public WardProbe(HttpClient session, int port, List<String> patients) {
        try {
            socket = session.newWebSocketBuilder()
                    // Browsers send where the page came from, and the server may ask for it.
                    .header("Origin", "http://127.0.0.1:" + port)
                    .buildAsync(URI.create("ws://127.0.0.1:" + port + "/api/live"), this)
                    .join();
            Map<String, String> watched =
                    patients.stream().collect(Collectors.toMap(patient -> patient, _ -> "samples"));
            socket.sendText(JSON.writeValueAsString(Map.of("type", "watch", "patients", watched)), true)
                    .join();
        } catch (CompletionException | IOException failure) {
            throw new SuiteException("The monitoring station's WebSocket does not open: " + failure, failure);
        }
    }

    /** How old each second of signal was when it was shown, counted from its end. */
    public List<Double> waveMillis() {
        synchronized (waveMillis) {
            return List.copyOf(waveMillis);
        }
    }

    public List<ShownEvent> events() {
        return List.copyOf(events);
    }

    public List<ShownAlarm> alarms() {
        return List.copyOf(alarms);
    }

    @Override
    public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
        Instant now = Instant.now();
        text.append(data);
        if (last) {
            take(text.toString(), now);
            text.setLength(0);
        }
        webSocket.request(1);
        return null;
    }

    private void take(String message, Instant now) {
        try {
            JsonNode node = JSON.readTree(message);
            switch (node.path("type").asText()) {
                case "wave" -> {
                    double lastsMillis = 1000.0
                            * node.path("counts").size()
                            / node.path("sampleRateHz").asDouble();
                    waveMillis.add(now.toEpochMilli() - node.path("t").asLong() - lastsMillis);
                }
                case "event" -> takeEvent(node.path("event"), now);
                case "alarm" -> {
                    JsonNode alarm = node.path("alarm");
                    alarms.add(new ShownAlarm(
                            alarm.path("bed").asText(),
                            alarm.path("rule").asText(),
                            alarm.path("priority").asText(),
                            alarm.path("state").asText(),
                            now));
                }
                default -> {
                    // The other messages are of no concern here.
                }
            }
        } catch (IOException notJson) {
            throw new SuiteException(
                    "The monitoring station sent a live message that is no JSON: " + notJson.getMessage(), notJson);
        }
    }

    private void takeEvent(JsonNode event, Instant now) {
        if (event.path("endAt").isNull() || event.path("endAt").isMissingNode()) {
            events.add(new ShownEvent(
                    event.path("patientId").asText(),
                    event.path("label").asText(),
                    Instant.parse(event.path("onsetAt").asText()),
                    now));
        }
    }

    @Override
    public void close() {
        socket.abort();
    }
}
