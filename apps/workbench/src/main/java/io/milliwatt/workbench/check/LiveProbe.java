package io.milliwatt.workbench.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.milliwatt.workbench.SuiteException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Sits at the console's WebSocket like a browser, and remembers when each point and each alarm was shown. */
public final class LiveProbe implements AutoCloseable, WebSocket.Listener {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<Point, Instant> points = new ConcurrentHashMap<>();
    private final List<ShownAlarm> alarms = new CopyOnWriteArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final WebSocket socket;

    private record Point(String machineId, long builtAtMillis) {}

    /** An alarm's transition as the console heard of it. */
    record ShownAlarm(String machineId, String state, String message, Instant shownAt) {
        boolean isActive() {
            return state.startsWith("active");
        }
    }

    /** @param session logged in */
    public LiveProbe(HttpClient session, int consolePort) {
        try {
            URI address = URI.create("ws://127.0.0.1:" + consolePort + "/api/live");
            // Browsers send where the page came from, and the server may ask for it.
            socket = session.newWebSocketBuilder()
                    .header("Origin", "http://127.0.0.1:" + consolePort)
                    .buildAsync(address, this)
                    .join();
        } catch (CompletionException failure) {
            throw new SuiteException("The console's WebSocket does not open: " + failure.getCause(), failure);
        }
    }

    public Optional<Instant> shownAt(String machineId, Instant builtAt) {
        return Optional.ofNullable(points.get(new Point(machineId, builtAt.toEpochMilli())));
    }

    int points() {
        return points.size();
    }

    List<ShownAlarm> alarms() {
        return new ArrayList<>(alarms);
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
                case "point" ->
                    points.putIfAbsent(
                            new Point(
                                    node.path("machineId").asText(),
                                    node.path("t").asLong()),
                            now);
                case "alarm" -> {
                    JsonNode alarm = node.path("alarm");
                    alarms.add(new ShownAlarm(
                            alarm.path("machineId").asText(),
                            alarm.path("state").asText(),
                            alarm.path("message").asText(),
                            now));
                }
                default -> {
                    // The other messages are of no concern here.
                }
            }
        } catch (IOException notJson) {
            throw new SuiteException(
                    "The console sent a live message that is no JSON: " + notJson.getMessage(), notJson);
        }
    }

    @Override
    public void close() {
        socket.abort();
    }
}
