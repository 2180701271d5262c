package io.milliwatt.workbench.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpClient;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers when the maintenance console showed each point and each alarm. */
public final class LiveProbe implements AutoCloseable {
    private final Map<Point, Instant> points = new ConcurrentHashMap<>();
    private final List<ShownAlarm> alarms = new CopyOnWriteArrayList<>();
    private final LiveConnection connection;

    private record Point(String machineId, long builtAtMillis) {}

    /** An alarm's transition as the console heard of it. */
    record ShownAlarm(String machineId, String state, String message, Instant shownAt) {
        boolean isActive() {
            return state.startsWith("active");
        }
    }

    /** @param session logged in */
    public LiveProbe(HttpClient session, int consolePort) {
        connection = new LiveConnection("maintenance console", session, consolePort, this::take);
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

    private void take(JsonNode message, Instant now) {
        switch (message.path("type").asText()) {
            case "point" ->
                points.putIfAbsent(
                        new Point(
                                message.path("machineId").asText(),
                                message.path("t").asLong()),
                        now);
            case "alarm" -> {
                JsonNode alarm = message.path("alarm");
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
    }

    @Override
    public void close() {
        connection.close();
    }
}
