package io.milliwatt.workbench.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.milliwatt.workbench.SuiteException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Does on the farm what an agronomist would, without waiting for the night: takes the first zone for which water is advised, accepts it for now, sees its
 * valve open, presses the emergency stop and sees it close. The stop is released at the end.
 */
public final class FieldCheck {
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final Farmhouse farm;
    private final Patience patience;
    private final Clock clock;

    /** The irrigation console as the agronomist uses it. */
    public interface Farmhouse {
        JsonNode get(String path);

        JsonNode post(String path, Object body);
    }

    /** How long each part may take. */
    public record Patience(Duration reading, Duration advice, Duration opening, Duration closing) {
        /** Of the demo: nodes first tell the days before; water is advised once a node is heard and its valve has said that it is closed. */
        public static final Patience OF_THE_DEMO = new Patience(
                Duration.ofSeconds(90), Duration.ofSeconds(180), Duration.ofSeconds(60), Duration.ofSeconds(45));
    }

    public FieldCheck(Farmhouse farm, Patience patience, Clock clock) {
        this.farm = farm;
        this.patience = patience;
        this.clock = clock;
    }

    /** Runs the check, which may take some minutes. */
    public FieldReport run() throws InterruptedException {
        if (await(patience.reading(), this::aZoneThatWasHeard).isEmpty()) {
            return FieldReport.failed(
                    FieldPart.READING,
                    null,
                    null,
                    "No reading of a soil node reached the irrigation console; the logs of nodes, gateway and irrigation tell"
                            + " where it stopped.");
        }
        Optional<JsonNode> advised = await(patience.advice(), this::anAdviceToIrrigate);
        return advised.isPresent()
                ? water(advised.get())
                : FieldReport.failed(
                        FieldPart.ADVICE,
                        null,
                        null,
                        "For no zone is water advised that could be accepted; the zones' own pages tell why.");
    }

    private FieldReport water(JsonNode advice) throws InterruptedException {
        String zone = advice.path("zoneId").asText();
        String sentence = advice.path("sentence").asText();
        Instant accepted = clock.instant();
        long run;
        try {
            JsonNode decided = farm.post(
                    "/api/recommendations/" + advice.path("id").asLong() + "/change",
                    Map.of("startAt", accepted.toString(), "reason", "The check does not wait for the night."));
            run = decided.path("runIds").path(0).asLong();
        } catch (SuiteException refused) {
            return FieldReport.failed(FieldPart.ACCEPTANCE, zone, sentence, refused.getMessage());
        }
        Optional<JsonNode> opened = await(patience.opening(), () -> run(run, "running"));
        if (opened.isEmpty()) {
            JsonNode now = farm.get("/api/runs/" + run);
            return FieldReport.failed(
                    FieldPart.OPENING,
                    zone,
                    sentence,
                    "The valve of the zone " + zone + " did not say that it opened: the run is "
                            + now.path("state").asText() + " "
                            + now.path("endCause").asText("") + ". "
                            + now.path("reason").path("sentence").asText(""));
        }
        long openedAfter = Duration.between(accepted, clock.instant()).toMillis();
        return stop(zone, sentence, run, openedAfter);
    }

    private FieldReport stop(String zone, String sentence, long run, long openedAfter) throws InterruptedException {
        Instant pressed = clock.instant();
        farm.post("/api/emergency-stop", Map.of("reason", "The check presses it."));
        Optional<JsonNode> closed = await(patience.closing(), () -> closedValve(zone));
        long closedAfter = Duration.between(pressed, clock.instant()).toMillis();
        farm.post("/api/emergency-stop/release", Map.of("reason", "The check is over."));
        if (closed.isEmpty()) {
            return FieldReport.failed(
                    FieldPart.CLOSING,
                    zone,
                    sentence,
                    "The valve of the zone " + zone + " did not say that it closed after the emergency stop.");
        }
        String state = farm.get("/api/runs/" + run).path("state").asText();
        boolean stopped = state.equals("stopped");
        return new FieldReport(
                stopped,
                stopped ? null : FieldPart.CLOSING.field(),
                stopped
                        ? "On the farm, water was advised for " + zone + " and accepted, its valve opened after "
                                + openedAfter + " ms, and the emergency stop closed it after " + closedAfter + " ms."
                        : "The valve of the zone " + zone + " closed, but its run is " + state + " instead of stopped.",
                zone,
                sentence,
                openedAfter,
                closedAfter);
    }

    private Optional<JsonNode> aZoneThatWasHeard() {
        for (JsonNode zone : farm.get("/api/zones")) {
            if (zone.hasNonNull("lastReadingAt")) {
                return Optional.of(zone);
            }
        }
        return Optional.empty();
    }

    private Optional<JsonNode> anAdviceToIrrigate() {
        for (JsonNode zone : farm.get("/api/zones")) {
            if (!zone.hasNonNull("lastReadingAt")) {
                continue;
            }
            JsonNode advice = farm.post("/api/zones/" + zone.path("id").asText() + "/recommendation/refresh", Map.of());
            if (advice.path("action").asText().equals("irrigate")
                    && advice.path("decision").asText().equals("open")) {
                return Optional.of(advice);
            }
        }
        return Optional.empty();
    }

    /** The run once its first cycle has come so far. */
    private Optional<JsonNode> run(long id, String cycleState) {
        JsonNode run = farm.get("/api/runs/" + id);
        return run.path("cycles").path(0).path("state").asText().equals(cycleState)
                ? Optional.of(run)
                : Optional.empty();
    }

    private Optional<JsonNode> closedValve(String zone) {
        for (JsonNode valve : farm.get("/api/valves")) {
            if (valve.path("zoneId").asText().equals(zone)
                    && valve.path("state").asText().equals("closed")) {
                return Optional.of(valve);
            }
        }
        return Optional.empty();
    }

    private Optional<JsonNode> await(Duration patience, Supplier<Optional<JsonNode>> look) throws InterruptedException {
        Instant deadline = clock.instant().plus(patience);
        while (true) {
            Optional<JsonNode> seen = look.get();
            if (seen.isPresent() || clock.instant().isAfter(deadline)) {
                return seen;
            }
            Thread.sleep(PAUSE);
        }
    }
}
