package io.milliwatt.ecg.adapter;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.milliwatt.ecg.event.EventClass;
import io.milliwatt.testkit.Door;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a changed level or limit does to the alarms that stand. */
@QuarkusTest
@QuarkusTestResource(WardDatabase.class)
class AlarmLevelTest {

    @BeforeEach
    void awaitSchema() {
        Ward.awaitReady();
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    @Test
    void aLevelSetToOffClosesItsAlarmAndOneSetLouderRaisesWhatIsGoingOn() {
        String patient = Ward.admit("A-8", 308);
        TestNode node = new TestNode(308, 1);
        Door.send(node.event(now(), EventClass.ATRIAL_FIBRILLATION, true));
        Ward.alarms(patient).body("priority", contains("medium"));
        setLevel(patient, "atrial-fibrillation", "message");
        Ward.alarms(patient).body("", empty());
        setLevel(patient, "atrial-fibrillation", "advisory");
        Ward.alarms(patient).body("priority", contains("low"));
        Ward.viewer()
                .get("/api/patients/" + patient + "/events")
                .then()
                .body("label", contains("atrial-fibrillation"))
                .body("endAt", contains(nullValue()));
    }

    /** IEC 60601-1-8: what is set holds for what is going on, and the log says why an alarm went or changed. */
    @Test
    void aChangedLevelActsOnTheAlarmThatStandsAndTheLogSaysWhy() {
        String patient = Ward.admit("A-14", 314);
        TestNode node = new TestNode(314, 1);
        Door.send(node.event(now(), EventClass.BRADYCARDIA, true));
        int id = Ward.alarms(patient)
                .body("priority", contains("medium"))
                .extract()
                .path("[0].id");
        Ward.nurse().post("/api/alarms/" + id + "/acknowledge").then().statusCode(200);
        setLevel(patient, "bradycardia", "advisory");
        Ward.alarms(patient)
                .body("id", contains(id))
                .body("priority", contains("low"))
                .body("annunciation", contains("acknowledged"));
        setLevel(patient, "bradycardia", "crisis");
        Ward.alarms(patient)
                .body("id", contains(id))
                .body("priority", contains("high"))
                .body("annunciation", contains("active"))
                .body("sounds", contains(true));
        setLevel(patient, "bradycardia", "off");
        Ward.alarms(patient).body("", empty());
        Ward.viewer()
                .get("/api/alarms/" + id + "/history")
                .then()
                .body("[-1].to", equalTo("normal"))
                .body("[-1].by", equalTo("nurse"))
                .body("[-1].comment", equalTo("Bradycardia was set to 'off'."));
        Door.send(node.event(now().plusMillis(5), EventClass.BRADYCARDIA, false));
        Ward.alarms(patient).body("", empty());
    }

    /** A limit that no longer alarms must not leave behind an alarm that nothing can end. */
    @Test
    void anAlarmOfALimitGoesWithItsLevelAndComesBackWithIt() {
        String patient = Ward.admit("A-15", 315);
        TestNode node = new TestNode(315, 1);
        Instant start = now();
        for (int second = 0; second < 3; second++) {
            Door.send(node.vitals(start.plusSeconds(second), 140, 0));
        }
        Ward.alarms(patient).body("rule", contains("heart-rate-high"));
        setLevel(patient, "heart-rate-high", "message");
        Ward.alarms(patient).body("", empty());
        Door.send(node.vitals(start.plusSeconds(3), 140, 0));
        Ward.alarms(patient).body("", empty());
        setLevel(patient, "heart-rate-high", "crisis");
        for (int second = 4; second < 7; second++) {
            Door.send(node.vitals(start.plusSeconds(second), 140, 0));
        }
        Ward.alarms(patient).body("rule", contains("heart-rate-high")).body("priority", contains("high"));
    }

    /** Raising a level makes a new alarm of a higher priority, and such a one breaks a pause. */
    @Test
    void aLevelThatRisesBreaksThePauseOfLesserAlarms() {
        String patient = Ward.admit("A-16", 316);
        TestNode node = new TestNode(316, 1);
        Door.send(node.event(now(), EventClass.TACHYCARDIA, true));
        Ward.nurse()
                .body("{\"kind\": \"audio-paused\", \"seconds\": 120}")
                .put("/api/patients/" + patient + "/pause")
                .then()
                .statusCode(200);
        setLevel(patient, "tachycardia", "crisis");
        Ward.viewer()
                .get("/api/patients/" + patient)
                .then()
                .body("patient.pause", nullValue())
                .body("patient.alarms.sound", equalTo("high"));
    }

    private static void setLevel(String patient, String label, String level) {
        Ward.nurse()
                .body("""
                        {"limits": {"heartRateLow": 50, "heartRateHigh": 120, "respirationRateLow": 8,
                                    "respirationRateHigh": 30, "spo2Low": 90}, "levels": {"%s": "%s"}}""".formatted(label, level))
                .put("/api/patients/" + patient + "/settings")
                .then()
                .statusCode(200);
    }
}
