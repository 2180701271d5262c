package io.milliwatt.workbench.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** What a wall of patients was shown, and when. Written by the connection's thread, read by any. */
public final class WallLog {
    private static final double NANOS_PER_SECOND = 1e9;

    private final ConcurrentLinkedQueue<ShownSignal> signal = new ConcurrentLinkedQueue<>();
    private final List<ShownEvent> events = new CopyOnWriteArrayList<>();
    private final List<ShownAlarm> alarms = new CopyOnWriteArrayList<>();

    /**
     * A block of samples.
     *
     * @param endedAt when its last sample ended
     */
    public record ShownSignal(String patientId, Instant endedAt, Instant shownAt) {
        public double ageMillis() {
            return millis(endedAt, shownAt);
        }
    }

    /** An event's onset; {@code level} as the station sets it for the patient. */
    public record ShownEvent(String patientId, String label, String level, Instant onsetAt, Instant shownAt) {
        public double ageMillis() {
            return millis(onsetAt, shownAt);
        }

        /** Whether it calls for somebody at once. */
        boolean isCrisis() {
            return level.equals("crisis");
        }
    }

    /** An alarm's step. */
    record ShownAlarm(String patientId, String rule, String priority, String state, Instant shownAt) {
        boolean isActiveAndHigh() {
            return state.startsWith("active") && priority.equals("high");
        }
    }

    public List<ShownSignal> signal() {
        return List.copyOf(signal);
    }

    public List<ShownEvent> events() {
        return List.copyOf(events);
    }

    List<ShownAlarm> alarms() {
        return List.copyOf(alarms);
    }

    /** The patients of whom a sample was shown. */
    Set<String> patientsWithSignal() {
        return signal.stream().map(ShownSignal::patientId).collect(Collectors.toSet());
    }

    void take(JsonNode message, Instant now) {
        switch (message.path("type").asText()) {
            case "wave" -> takeSignal(message, now);
            case "event" -> takeEvent(message.path("event"), now);
            case "alarm" -> {
                JsonNode alarm = message.path("alarm");
                alarms.add(new ShownAlarm(
                        alarm.path("patientId").asText(),
                        alarm.path("rule").asText(),
                        alarm.path("priority").asText(),
                        alarm.path("state").asText(),
                        now));
            }
            default -> {
                // The other messages are of no concern here.
            }
        }
    }

    private void takeSignal(JsonNode wave, Instant now) {
        double lastsSeconds =
                wave.path("counts").size() / wave.path("sampleRateHz").asDouble();
        signal.add(new ShownSignal(
                wave.path("patientId").asText(),
                Instant.ofEpochMilli(wave.path("t").asLong()).plusNanos(Math.round(NANOS_PER_SECOND * lastsSeconds)),
                now));
    }

    private void takeEvent(JsonNode event, Instant now) {
        if (!event.hasNonNull("endAt")) {
            events.add(new ShownEvent(
                    event.path("patientId").asText(),
                    event.path("label").asText(),
                    event.path("level").asText(),
                    Instant.parse(event.path("onsetAt").asText()),
                    now));
        }
    }

    private static double millis(Instant from, Instant to) {
        return Duration.between(from, to).toNanos() / 1e6;
    }
}
