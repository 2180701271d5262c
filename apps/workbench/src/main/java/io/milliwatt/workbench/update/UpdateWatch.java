package io.milliwatt.workbench.update;

import com.fasterxml.jackson.databind.JsonNode;
import io.milliwatt.workbench.demo.RestClient;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Follows updates to their end and says a line at each change. */
final class UpdateWatch {
    private static final Set<String> ENDS = Set.of("confirmed", "bad", "cancelled");
    private static final Duration PAUSE = Duration.ofMillis(300);

    private final RestClient operator;
    private final Map<Long, JsonNode> updates = new TreeMap<>();

    UpdateWatch(RestClient operator, JsonNode begun) {
        this.operator = operator;
        begun.forEach(this::note);
    }

    /** Returns the updates as they are when all have ended, or when the time is over. */
    List<JsonNode> until(Duration patience) throws InterruptedException {
        Instant end = Instant.now().plus(patience);
        while (Instant.now().isBefore(end) && !updates.values().stream().allMatch(UpdateWatch::hasEnded)) {
            Thread.sleep(PAUSE);
            for (JsonNode update : new ArrayList<>(updates.values())) {
                if (!hasEnded(update)) {
                    note(operator.get("/api/updates/" + update.path("update").asLong()));
                }
            }
        }
        return List.copyOf(updates.values());
    }

    static boolean isConfirmed(JsonNode update) {
        return update.path("phase").asText().equals("confirmed");
    }

    private static boolean hasEnded(JsonNode update) {
        return ENDS.contains(update.path("phase").asText());
    }

    private void note(JsonNode update) {
        JsonNode before = updates.put(update.path("update").asLong(), update);
        String now = sentence(update);
        if (before == null || !sentence(before).equals(now)) {
            System.err.println(now);
        }
    }

    /** Where an update stands, for people. */
    static String sentence(JsonNode update) {
        String node = "Node " + update.path("node").asLong() + ", version "
                + update.path("modelVersion").asLong() + ": ";
        String phase = update.path("phase").asText();
        return node
                + switch (phase) {
                    case "offered" -> "offered; it begins when the node listens.";
                    case "transferring" ->
                        update.path("received").asInt() + " of "
                                + update.path("fragments").asInt() + " fragments are there.";
                    case "staged" -> "complete and checked; the node starts it next.";
                    case "trial" -> "runs on trial.";
                    case "confirmed" ->
                        "confirmed; the node runs bundle "
                                + update.path("bundle").asText().substring(0, 16) + ".";
                    case "bad" -> "not kept: " + update.path("reason").asText("no reason given") + ".";
                    default -> phase + ".";
                };
    }
}
