package io.milliwatt.vibration.adapter;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.milliwatt.telemetry.UpdateState;
import io.milliwatt.testkit.Door;
import io.milliwatt.testkit.EmbeddedDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a technician does with the app from login to acknowledgement, through its own door. */
@QuarkusTest
@QuarkusTestResource(EmbeddedDatabase.class)
class MaintenanceDayTest {

    @BeforeEach
    void awaitSchema() {
        Door.awaitReady();
    }

    @Test
    void featuresOfANodeAppearOnItsMachine() {
        String session = Door.session("technician", "wrench");
        TestMachine.put(session, "fan-1", 101);
        TestNode node = new TestNode(101, 1);
        Door.send(node.features(Instant.now(), 1.23, 0));

        Door.with(session)
                .get("/api/machines/fan-1")
                .then()
                .statusCode(200)
                .body("velocityRmsMillimetresPerSecond", equalTo(1.23f))
                .body("kurtosis", equalTo(3.1f))
                .body("zone", equalTo("A"))
                .body("state", equalTo("normal"))
                .body("verdict.fault", equalTo("none"))
                .body("orders.bpfo", equalTo(3.5847847f))
                .body("zoneLimitsMillimetresPerSecond", contains(1.4f, 2.8f, 4.5f));
    }

    @Test
    void aDamageEventRaisesOneAlarmAndAnAcknowledgementIsKept() {
        String session = Door.session("technician", "wrench");
        TestMachine.put(session, "fan-2", 102);
        TestNode node = new TestNode(102, 1);
        byte[] event = node.innerRaceEvent(Instant.now(), true);
        Door.send(event);
        Door.send(event);

        int alarm = Door.with(session)
                .get("/api/alarms?machine=fan-2")
                .then()
                .statusCode(200)
                .body("", hasSize(1))
                .body("[0].priority", equalTo("high"))
                .body("[0].state", equalTo("active-unacknowledged"))
                .body("[0].message", equalTo("The node reports damage of the inner race (probability 90 %)."))
                .extract()
                .path("[0].id");
        Door.with(session)
                .contentType("application/json")
                .body("{\"comment\":\"ordered a bearing\"}")
                .post("/api/alarms/" + alarm + "/acknowledge")
                .then()
                .statusCode(200)
                .body("state", equalTo("active-acknowledged"))
                .body("acknowledgedBy", equalTo("technician"));
        Door.with(session)
                .get("/api/alarms/" + alarm + "/history")
                .then()
                .body("to", contains("active-unacknowledged", "active-acknowledged"))
                .body("[1].comment", equalTo("ordered a bearing"));
        Door.with(session)
                .get("/api/machines")
                .then()
                .body("find { it.id == 'fan-2' }.state", equalTo("alarm"))
                .body("find { it.id == 'fan-2' }.unacknowledgedAlarms", equalTo(0));
    }

    @Test
    void aVelocityInZoneDRaisesAHighAlarmAfterThreeOfFiveWindowsAndNoneOnAStoppedMachine() {
        String session = Door.session("technician", "wrench");
        TestMachine.put(session, "fan-3", 103);
        TestNode node = new TestNode(103, 1);
        Instant start = Instant.now().minusSeconds(20);
        for (int second = 0; second < 5; second++) {
            Door.send(node.features(start.plusSeconds(second), 9.0, 4));
        }
        Door.with(session).get("/api/alarms?machine=fan-3").then().body("", hasSize(0));
        for (int second = 5; second < 8; second++) {
            Door.send(node.features(start.plusSeconds(second), 9.0, 0));
        }
        Door.with(session)
                .get("/api/alarms?machine=fan-3")
                .then()
                .body("rule", hasItem("velocity-zone-d"))
                .body("value", everyItem(equalTo(9.0f)));
    }

    @Test
    void aMachineTellsTheModelOnItsNodeAndHowItsUpdateWent() {
        String session = Door.session("technician", "wrench");
        TestMachine.put(session, "fan-5", 105);
        TestNode node = new TestNode(105, 1);
        Instant start = Instant.now().minusSeconds(30);
        Door.send(node.status(start, 3, "0123456789abcdef"));
        Door.send(node.update(start.plusSeconds(1), UpdateState.Slot.TRIAL, 0));
        Door.send(node.update(start.plusSeconds(2), UpdateState.Slot.BAD, 10));
        Door.send(node.update(start, UpdateState.Slot.STAGED, 0));
        Door.with(session)
                .get("/api/machines/fan-5")
                .then()
                .statusCode(200)
                .body("node.firmwareModelVersion", equalTo(3))
                .body("node.modelId", equalTo(1))
                .body("node.bundleHash", equalTo("0123456789abcdef"))
                .body("node.update.state", equalTo("bad"))
                .body("node.update.modelVersion", equalTo(4))
                .body("node.update.reason", equalTo("the windows of the trial were not healthy"));
    }

    @Test
    void theTrendShowsMinimumMeanAndMaximum() {
        String session = Door.session("viewer", "glass");
        TestMachine.put(Door.session("technician", "wrench"), "fan-4", 104);
        TestNode node = new TestNode(104, 1);
        Instant minute = Instant.now().truncatedTo(ChronoUnit.MINUTES).minusSeconds(120);
        for (int second = 0; second < 10; second++) {
            Door.send(node.features(minute.plusSeconds(second), 1 + second / 10.0, 0));
        }
        String whole = "/api/machines/fan-4/trend?feature=velocityRms&points=1&from=" + minute + "&to=";
        for (Instant end : new Instant[] {minute.plusSeconds(30), minute.plusSeconds(60), minute.plusSeconds(7200)}) {
            Door.with(session)
                    .get(whole + end)
                    .then()
                    .statusCode(200)
                    .body("unit", equalTo("mm/s"))
                    .body("series.t", notNullValue())
                    .body("series.min[0]", equalTo(1.0f))
                    .body("series.mean[0]", equalTo(1.45f))
                    .body("series.max[0]", equalTo(1.9f));
        }
    }
}
