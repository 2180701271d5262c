package io.milliwatt.vibration.adapter.kafka;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;

import io.milliwatt.telemetry.Ledger;
import io.milliwatt.testkit.Door;
import io.milliwatt.testkit.EmbeddedDatabase;
import io.milliwatt.vibration.adapter.TestMachine;
import io.milliwatt.vibration.adapter.TestNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A node that says nothing raises a low alarm, once. */
@QuarkusTest
@QuarkusTestResource(EmbeddedDatabase.class)
class SilenceWatchTest {

    /** As in the test's settings. */
    private static final Duration SILENCE = Duration.ofSeconds(300);

    @Inject
    SilenceWatch watch;

    @Test
    void silenceRaisesALowAlarmOnce() {
        Door.awaitReady();
        String session = Door.session("technician", "wrench");
        TestMachine.put(session, "fan-silent", 500);
        TestNode node = new TestNode(500, 1);
        Door.send(node.features(Instant.now(), 1, 0));
        Instant heard = Instant.now();

        watch.look(heard.plus(SILENCE).minusSeconds(60));
        Door.with(session).get("/api/alarms?machine=fan-silent").then().body("", empty());
        watch.look(heard.plus(SILENCE).plusSeconds(1));
        watch.look(heard.plus(SILENCE).plusSeconds(6));
        Door.with(session)
                .get("/api/alarms?machine=fan-silent")
                .then()
                .body("rule", contains("no-data"))
                .body("priority", contains("low"))
                .body("state", contains("active-unacknowledged"));
    }

    @Test
    void aNodeThatRestsBetweenBurstsMayBeSilentForThatLong() {
        Door.awaitReady();
        String session = Door.session("technician", "wrench");
        TestMachine.put(session, "fan-resting", 501);
        Duration interval = Duration.ofSeconds(600);
        List<Long> counts = List.of(0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 4L, interval.toSeconds());
        Door.send(new TestNode(501, 1).status(Instant.now(), new Ledger(counts)));
        Instant heard = Instant.now();

        watch.look(heard.plus(SILENCE).plus(interval).minusSeconds(60));
        Door.with(session).get("/api/alarms?machine=fan-resting").then().body("", empty());
        watch.look(heard.plus(SILENCE).plus(interval).plusSeconds(1));
        Door.with(session).get("/api/alarms?machine=fan-resting").then().body("rule", contains("no-data"));
    }
}
