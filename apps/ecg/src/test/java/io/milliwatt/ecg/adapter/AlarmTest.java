package io.milliwatt.ecg.adapter;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.milliwatt.ecg.event.EventClass;
import io.milliwatt.testkit.Door;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The life of alarms at the station: latched, acknowledged, paused, broken, late, and judged. */
@QuarkusTest
@QuarkusTestResource(WardDatabase.class)
class AlarmTest {

    @BeforeEach
    void awaitSchema() {
        Ward.awaitReady();
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    @Test
    void asystoleLatchesUntilSomebodyKnows() {
        String patient = Ward.admit("A-1", 301);
        TestNode node = new TestNode(301, 1);
        Instant onset = now();
        Door.send(node.event(onset, EventClass.ASYSTOLE, true));
        Ward.alarms(patient)
                .body("state", contains("active-unacknowledged"))
                .body("annunciation", contains("active"))
                .body("sounds", contains(true))
                .body("priority", contains("high"))
                .body("rank", contains(0));
        Door.send(node.event(onset.plusMillis(6000), EventClass.ASYSTOLE, false));
        int id = Ward.alarms(patient)
                .body("annunciation", contains("latched"))
                .extract()
                .path("[0].id");
        Ward.nurse()
                .post("/api/alarms/" + id + "/acknowledge")
                .then()
                .statusCode(200)
                .body("acknowledgedBy", equalTo("nurse"))
                .body("annunciation", equalTo("over"));
        Ward.alarms(patient).body("", empty());
        Ward.viewer()
                .get("/api/alarms/" + id + "/history")
                .then()
                .body("to", contains("active-unacknowledged", "returned-unacknowledged", "normal"))
                .body("[2].by", equalTo("nurse"));
    }

    @Test
    void whatDoesNotLatchGoesWithItsEndAndStaysInTheLog() {
        String patient = Ward.admit("A-2", 302);
        TestNode node = new TestNode(302, 1);
        Instant onset = now();
        Door.send(node.event(onset, EventClass.VENTRICULAR_COUPLET, true));
        Ward.alarms(patient).body("priority", contains("low"));
        Door.send(node.event(onset.plusMillis(900), EventClass.VENTRICULAR_COUPLET, false));
        Ward.alarms(patient).body("", empty());
        Ward.viewer()
                .get("/api/alarm-log?patient=" + patient)
                .then()
                .body("findAll { it.kind == 'alarm' }.to", contains("normal", "active-unacknowledged"));
        Ward.viewer()
                .get("/api/patients/" + patient + "/events")
                .then()
                .body("label", contains("ventricular-couplet"))
                .body("endAt", contains(notNullValue()))
                .body("heartRate", contains(31));
    }

    /** IEC 60601-1-8: a pause silences what is there, shows its end, and a new alarm of a higher priority breaks it. */
    @Test
    void anAudioPauseHoldsTheSoundBackUntilAHigherAlarmBreaksIt() {
        String patient = Ward.admit("A-3", 303);
        TestNode node = new TestNode(303, 1);
        Door.send(node.event(now(), EventClass.BRADYCARDIA, true));
        Ward.nurse()
                .body("{\"kind\": \"audio-paused\", \"seconds\": 120}")
                .put("/api/patients/" + patient + "/pause")
                .then()
                .statusCode(200)
                .body("pause.until", notNullValue())
                .body("pause.by", equalTo("nurse"))
                .body("alarms.highest", equalTo("medium"))
                .body("alarms.sound", equalTo("none"));
        Ward.alarms(patient).body("annunciation", contains("audio-paused"));
        Door.send(node.event(now(), EventClass.PAUSE, true));
        Ward.alarms(patient).body("annunciation", contains("audio-paused", "audio-paused"));
        Door.send(node.event(now(), EventClass.VENTRICULAR_TACHYCARDIA, true));
        Ward.viewer()
                .get("/api/patients/" + patient)
                .then()
                .body("patient.pause", nullValue())
                .body("patient.alarms.sound", equalTo("high"));
        Ward.viewer()
                .get("/api/alarm-log?patient=" + patient)
                .then()
                .body("kind", hasItem("pause"))
                .body("kind", hasItem("pause-broken"));
    }

    @Test
    void alarmsThatAreOffStillCallForWhatThreatensLife() {
        String patient = Ward.admit("A-4", 304);
        TestNode node = new TestNode(304, 1);
        Ward.nurse()
                .body("{\"kind\": \"alarm-off\"}")
                .put("/api/patients/" + patient + "/pause")
                .then()
                .statusCode(200)
                .body("pause.until", nullValue());
        Door.send(node.event(now(), EventClass.TACHYCARDIA, true));
        Ward.alarms(patient).body("annunciation", contains("off")).body("sounds", contains(false));
        Door.send(node.event(now(), EventClass.VENTRICULAR_FIBRILLATION, true));
        Ward.viewer()
                .get("/api/patients/" + patient)
                .then()
                .body("patient.alarms.highest", equalTo("high"))
                .body("patient.alarms.sound", equalTo("high"))
                .body("patient.pause.kind", equalTo("alarm-off"));
    }

    @Test
    void aPauseWantsALengthItMayHave() {
        String patient = Ward.admit("A-5", 305);
        for (String wrong : new String[] {
            "{\"kind\": \"audio-paused\", \"seconds\": 5}",
            "{\"kind\": \"audio-paused\"}",
            "{\"kind\": \"alarm-off\", \"seconds\": 120}",
            "{\"kind\": \"mute\"}"
        }) {
            Ward.nurse()
                    .body(wrong)
                    .put("/api/patients/" + patient + "/pause")
                    .then()
                    .statusCode(400)
                    .body("code", equalTo("pause.invalid"));
        }
    }

    /** Store-and-forward: the event happened minutes ago; it is told, marked, and does not sound as if it were new. */
    @Test
    void aLateAlarmIsMarkedLateAndDoesNotSound() {
        String patient = Ward.admit("A-6", 306);
        TestNode node = new TestNode(306, 1);
        Instant onset = now();
        Door.post(node.event(onset, EventClass.ASYSTOLE, true), onset.plusSeconds(600))
                .statusCode(200);
        Ward.alarms(patient).body("late", contains(true)).body("sounds", contains(false));
        Ward.viewer()
                .get("/api/patients/" + patient)
                .then()
                .body("patient.alarms.highest", equalTo("high"))
                .body("patient.alarms.sound", equalTo("none"));
        Ward.viewer().get("/api/patients/" + patient + "/events").then().body("late", contains(true));
        // The node has caught up and has told no end: it is still so, and now it must be heard.
        Door.send(node.vitals(now(), 0, 0));
        Ward.alarms(patient).body("late", contains(false)).body("sounds", contains(true));
    }

    @Test
    void aTechnicalAlarmStandsBehindAPhysiologicalOneOfTheSamePriority() {
        String patient = Ward.admit("A-7", 307);
        TestNode node = new TestNode(307, 1);
        Door.send(node.event(now(), EventClass.BIGEMINY, true));
        Door.send(node.event(now(), EventClass.LEAD_OFF, true));
        Ward.alarms(patient)
                .body("find { it.rule == 'bigeminy' }.rank", equalTo(4))
                .body("find { it.rule == 'lead-off' }.rank", equalTo(5))
                .body("find { it.rule == 'lead-off' }.technical", equalTo(true));
        Ward.viewer()
                .get("/api/patients/" + patient)
                .then()
                .body("patient.alarms.technicalOnly", equalTo(false))
                .body("patient.alarms.message", equalTo("Ventricular bigeminy: every second beat."));
    }

    /** A node that has restarted judges afresh and never sends the end of what it had reported before. */
    @Test
    void whatANodeReportedBeforeARestartEndsWithIt() {
        String patient = Ward.admit("A-12", 312);
        TestNode node = new TestNode(312, 1);
        Door.send(node.event(now(), EventClass.TACHYCARDIA, true));
        Door.send(node.event(now(), EventClass.VENTRICULAR_TACHYCARDIA, true));
        Ward.alarms(patient).body("", hasSize(2));
        Door.send(node.restarted().vitals(now().plusMillis(5), 80, 0));
        Ward.alarms(patient)
                .body("rule", contains("ventricular-tachycardia"))
                .body("annunciation", contains("latched"));
    }

    @Test
    void aNodeWhoseClockWasNeverSetIsKeptWithTheTimeOfReceptionAndNoStepIsCalled() {
        String patient = Ward.admit("A-13", 313);
        TestNode node = new TestNode(313, 1);
        Instant received = now();
        for (int index = 0; index < 3; index++) {
            Door.post(node.block(Instant.ofEpochSecond(100 + index), index, 0), received.plusMillis(1700L * index))
                    .statusCode(200);
        }
        Ward.alarms(patient).body("", empty());
        Ward.viewer()
                .get("/api/patients/" + patient + "/strip?from=" + received + "&to=" + received.plusSeconds(10))
                .then()
                .body("traces[0].segments", hasSize(3));
    }

    @Test
    void aStepOfTheNodesClockIsFlaggedAndItsBlocksAreKept() {
        String patient = Ward.admit("A-9", 309);
        TestNode node = new TestNode(309, 1);
        Instant start = now();
        Door.send(node.block(start, 0, 0));
        Door.send(node.block(start.plusSeconds(1), 1, 0));
        Ward.alarms(patient).body("", empty());
        Door.send(node.block(start.plusSeconds(42), 2, 0));
        Ward.alarms(patient)
                .body("eventClass", contains(41))
                .body("annunciation", contains("latched"))
                .body("value", contains(40.0f));
        Ward.viewer()
                .get("/api/patients/" + patient + "/strip?from=" + start + "&to=" + start.plusSeconds(60))
                .then()
                .body("traces[0].segments", hasSize(2));
    }

    @Test
    void anEventsStripBeginsTenSecondsBeforeItAndAVerdictCountsInTheBurden() {
        String patient = Ward.admit("A-10", 310);
        TestNode node = new TestNode(310, 1);
        Instant start = now();
        for (int index = 0; index < 25; index++) {
            Door.send(node.block(start.plusSeconds(index), index, 0));
        }
        Instant onset = start.plusSeconds(12);
        Door.send(node.event(onset, EventClass.VENTRICULAR_RUN, true));
        Door.send(node.event(onset.plusMillis(1500), EventClass.VENTRICULAR_RUN, false));
        int event = Ward.viewer()
                .get("/api/patients/" + patient + "/events")
                .then()
                .extract()
                .path("[0].id");
        Ward.viewer()
                .get("/api/events/" + event + "/strip")
                .then()
                .body("from", equalTo(onset.minusSeconds(10).toString()))
                .body("to", equalTo(onset.plusSeconds(10).toString()))
                .body("truncated", equalTo(false))
                .body("traces[0].segments", hasSize(1))
                .body("traces[0].segments[0].counts", hasSize(20 * TestNode.RATE_HZ))
                .body("marks.onset", contains(true, false));
        Ward.technician()
                .body("{\"verdict\": \"rejected\", \"comment\": \"Artefact.\"}")
                .post("/api/events/" + event + "/verdict")
                .then()
                .statusCode(201)
                .body("after", equalTo("none"))
                .body("before", equalTo("ventricular-run"));
        Ward.viewer()
                .get("/api/alarm-burden?patient=" + patient + "&to=" + start.plusSeconds(60))
                .then()
                .body("alarms", equalTo(1))
                .body("byPriority.medium", equalTo(1))
                .body("rejectedShare", equalTo(1.0f))
                .body("patientHours", not(equalTo(0.0f)));
        Ward.nurse()
                .body("{\"verdict\": \"confirmed\", \"comment\": null}")
                .post("/api/events/" + event + "/verdict")
                .then()
                .body("version", equalTo(2));
        Ward.viewer()
                .get("/api/events/" + event)
                .then()
                .body("verdict.verdict", equalTo("confirmed"))
                .body("verdict.by", equalTo("nurse"));
    }

    @Test
    void anEventOfANodeOnNobodyReachesTheStationAndBecomesThePatientsWhenItIsPutOn() {
        TestNode node = new TestNode(311, 1);
        Door.send(node.event(now(), EventClass.EXTREME_TACHYCARDIA, true));
        Ward.viewer()
                .get("/api/alarms")
                .then()
                .body("find { it.nodeId == 311 }.patientId", nullValue())
                .body("find { it.nodeId == 311 }.priority", equalTo("high"));
        Ward.viewer().get("/api/nodes/unassigned").then().body("nodeId", hasItem(311));
        String patient = Ward.admit("A-11", 311);
        Ward.alarms(patient).body("rule", contains("extreme-tachycardia"));
        Ward.viewer().get("/api/alarms").then().body("findAll { it.nodeId == 311 }.patientId", contains(patient));
    }
}
