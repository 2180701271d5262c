package io.milliwatt.workbench.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.milliwatt.workbench.SuiteException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the check of the farm finds, and which part it names when something does not happen. */
class FieldCheckTest {

    private static final FieldCheck.Patience SHORT = new FieldCheck.Patience(
            Duration.ofMillis(1), Duration.ofMillis(1), Duration.ofMillis(1), Duration.ofMillis(1));

    /** A farm that answers from a few words. */
    private static final class PaperFarm implements FieldCheck.Farmhouse {
        private static final ObjectMapper JSON = new ObjectMapper();
        private final List<String> posted = new ArrayList<>();
        private String action = "irrigate";
        private String cycle = "running";
        private String valve = "closed";
        private boolean refuses;

        @Override
        public JsonNode get(String path) {
            return switch (path) {
                case "/api/zones" -> json("[{\"id\": \"z1\", \"lastReadingAt\": \"2026-06-12T10:00:00Z\"}]");
                case "/api/valves" -> json("[{\"zoneId\": \"z1\", \"state\": \"" + valve + "\"}]");
                default ->
                    json("{\"state\": \"" + (posted.contains("/api/emergency-stop") ? "stopped" : "running")
                            + "\", \"cycles\": [{\"state\": \"" + cycle + "\"}]}");
            };
        }

        @Override
        public JsonNode post(String path, Object body) {
            posted.add(path);
            if (path.endsWith("/refresh")) {
                return json("{\"id\": 7, \"zoneId\": \"z1\", \"decision\": \"open\", \"sentence\": \"Irrigate 18 mm.\","
                        + " \"action\": \"" + action + "\"}");
            }
            if (path.endsWith("/change") && refuses) {
                throw new SuiteException("The irrigation console did not take it: a leak stands against it.");
            }
            return json("{\"runIds\": [91]}");
        }

        private static JsonNode json(String text) {
            try {
                return JSON.readTree(text);
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        }
    }

    @Test
    void aValveThatOpensAndIsClosedByTheStopIsWell() throws InterruptedException {
        PaperFarm farm = new PaperFarm();
        FieldReport report = check(farm);
        assertThat(report.ok()).isTrue();
        assertThat(report.zone()).isEqualTo("z1");
        assertThat(farm.posted).endsWith("/api/emergency-stop", "/api/emergency-stop/release");
    }

    @Test
    void thePartThatDoesNotHappenIsNamed() throws InterruptedException {
        PaperFarm waits = new PaperFarm();
        waits.action = "wait";
        assertThat(check(waits).failedPart()).isEqualTo("advice");
        PaperFarm refuses = new PaperFarm();
        refuses.refuses = true;
        assertThat(check(refuses).failedPart()).isEqualTo("acceptance");
        PaperFarm deaf = new PaperFarm();
        deaf.cycle = "sent";
        assertThat(check(deaf).failedPart()).isEqualTo("opening");
        PaperFarm stuck = new PaperFarm();
        stuck.valve = "open";
        FieldReport report = check(stuck);
        assertThat(report.failedPart()).isEqualTo("closing");
        assertThat(stuck.posted).contains("/api/emergency-stop/release");
    }

    private static FieldReport check(FieldCheck.Farmhouse farm) throws InterruptedException {
        return new FieldCheck(farm, SHORT, Clock.systemUTC()).run();
    }
}
