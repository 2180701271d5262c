package io.milliwatt.ecg.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.milliwatt.ecg.event.EventClass;
import io.milliwatt.telemetry.BeatClass;
import io.milliwatt.testkit.Door;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a patient's stay looks like from the station: signal, beats, numbers, limits and discharge. */
@QuarkusTest
@QuarkusTestResource(WardDatabase.class)
class StationTest {

    @BeforeEach
    void awaitSchema() {
        Ward.awaitReady();
    }

    /** After the admission: what a node recorded before it came onto a patient is not that patient's. */
    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    @Test
    void anAdmittedPatientsNumbersAreOnTheWall() {
        String patient = Ward.admit("1-1", 101);
        assertThat(patient).matches("P-[0-9A-Z]{8}");
        Door.send(new TestNode(101, 1).vitals(now(), 72.4, 0));
        Ward.viewer()
                .get("/api/patients/" + patient)
                .then()
                .statusCode(200)
                .body("patient.bed", equalTo("1-1"))
                .body("patient.numerics.heartRate", equalTo(72.4f))
                .body("patient.numerics.respirationRate", equalTo(15.0f))
                .body("patient.alarms.highest", equalTo("none"))
                .body("settings.isDefault", equalTo(true))
                .body("assignments.nodeId", contains(101));
        Ward.viewer().get("/api/patients").then().body("id", hasItem(patient));
    }

    @Test
    void anUnknownHeartRateIsNullAndNeverZero() {
        String patient = Ward.admit("1-2", 102);
        Door.send(new TestNode(102, 1).vitals(now(), 0, 64));
        Ward.viewer()
                .get("/api/patients/" + patient)
                .then()
                .body("patient.numerics.heartRate", nullValue())
                .body("patient.numerics.cannotTell", equalTo(true));
    }

    /** Blocks that come twice, out of order and with one missing: what there is comes back sample for sample. */
    @Test
    void theSignalComesBackSampleForSampleAndAGapIsAGap() {
        String patient = Ward.admit("1-3", 103);
        TestNode node = new TestNode(103, 1);
        Instant start = now();
        byte[][] blocks = new byte[5][];
        for (int index = 0; index < 5; index++) {
            blocks[index] = node.block(start.plusSeconds(index), index, 0);
        }
        for (int index : new int[] {1, 0, 1, 4, 0}) {
            Door.send(blocks[index]);
        }
        JsonPath strip = Ward.viewer()
                .get("/api/patients/" + patient + "/strip?from=" + start + "&to=" + start.plusSeconds(6))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        List<Integer> joined = strip.getList("traces[0].segments[0].counts", Integer.class);
        assertThat(joined).hasSize(2 * TestNode.RATE_HZ);
        for (int i = 0; i < joined.size(); i++) {
            assertThat(joined.get(i)).isEqualTo((int) TestNode.counts(i / TestNode.RATE_HZ)[i % TestNode.RATE_HZ]);
        }
        assertThat(strip.getInt("traces[0].segments.size()")).isEqualTo(2);
        assertThat(strip.getLong("traces[0].segments[1].t"))
                .isEqualTo(start.plusSeconds(4).toEpochMilli());
        assertThat(strip.getLong("traces[0].segments[1].firstSample")).isEqualTo(4L * TestNode.RATE_HZ);
        assertThat(strip.getDouble("traces[0].unitsPerCount")).isEqualTo(0.005);
        Ward.viewer()
                .get("/api/patients/" + patient + "/waveform?points=60&from=" + start + "&to=" + start.plusSeconds(6))
                .then()
                .body("traces[0].unit", equalTo("mV"))
                .body("traces[0].series.t", hasSize(30));
    }

    @Test
    void beatsStandInTheStripAndARelabelIsAVersionWithItsSamples() {
        String patient = Ward.admit("1-4", 104);
        TestNode node = new TestNode(104, 7);
        Instant start = now();
        for (int index = 0; index < 6; index++) {
            Door.send(node.block(start.plusSeconds(index), index, 0));
        }
        Door.send(node.beats(start, 5, BeatClass.VENTRICULAR));
        long r = start.plusMillis(4000).toEpochMilli();
        String strip = "/api/patients/" + patient + "/strip?from=" + start + "&to=" + start.plusSeconds(6);
        Ward.viewer()
                .get(strip)
                .then()
                .body("beats.class", contains("N", "N", "N", "N", "V"))
                .body("beats[4].t", equalTo(r))
                .body("beats[4].confidence", closeToFloat(240 / 255.0));
        label(patient, 104, r, "S", 1, "V");
        JsonPath second = label(patient, 104, r, "N", 2, "S");
        assertThat(second.getLong("bootId")).isEqualTo(7);
        // 300 ms before the R wave to 500 ms after it, at 360 Hz.
        assertThat(second.getLong("firstSample")).isEqualTo(Math.round(3.7 * 360));
        assertThat(second.getLong("lastSample")).isEqualTo(Math.round(4.5 * 360) - 1);
        assertThat(second.getString("samplesSha256")).matches("[0-9a-f]{64}");
        Ward.viewer()
                .get(strip)
                .then()
                .body("beats[4].label.class", equalTo("N"))
                .body("beats[4].label.by", equalTo("technician"))
                .body("beats[4].class", equalTo("V"));
        Ward.technician().get("/api/labels?patient=" + patient).then().body("version", contains(1, 2));
    }

    private static JsonPath label(String patient, long node, long t, String beatClass, int version, String before) {
        return Ward.technician()
                .body("{\"nodeId\": %d, \"t\": %d, \"class\": \"%s\"}".formatted(node, t, beatClass))
                .post("/api/patients/" + patient + "/beat-labels")
                .then()
                .log()
                .ifValidationFails()
                .statusCode(201)
                .body("version", equalTo(version))
                .body("before", equalTo(before))
                .body("after", equalTo(beatClass))
                .extract()
                .jsonPath();
    }

    private static org.hamcrest.Matcher<Float> closeToFloat(double value) {
        return new org.hamcrest.CustomTypeSafeMatcher<>("close to " + value) {
            @Override
            protected boolean matchesSafely(Float item) {
                return closeTo(value, 1e-6).matches(item.doubleValue());
            }
        };
    }

    /** A node that moves from one patient to another must not show the second what it recorded of the first. */
    @Test
    void whatANodeRecordedOfAnotherPatientIsNotShown() {
        String first = Ward.admit("2-1", 121);
        TestNode node = new TestNode(121, 1);
        Instant start = now();
        Door.send(node.block(start, 0, 0));
        Door.send(node.round(start, 970, 3700, 120, 160));
        Ward.nurse().delete("/api/patients/" + first + "/nodes/121").then().statusCode(200);
        String second = Ward.admit("2-2", 121);
        Instant end = now().plusSeconds(10);
        String strip = "/strip?from=" + start.minusSeconds(1) + "&to=" + end;
        Ward.viewer().get("/api/patients/" + first + strip).then().body("traces", hasSize(1));
        Ward.viewer().get("/api/patients/" + second + strip).then().body("traces", empty());
        Ward.viewer()
                .get("/api/patients/" + second)
                .then()
                .body("patient.vitals", nullValue())
                .body("patient.numerics", nullValue());
    }

    @Test
    void limitsRaiseAnAlarmAndGoBackToDefaultOnDischarge() {
        String patient = Ward.admit("1-5", 105);
        Ward.nurse()
                .body("""
                        {"limits": {"heartRateLow": 60, "heartRateHigh": 100, "respirationRateLow": 8,
                                    "respirationRateHigh": 30, "spo2Low": 92}, "levels": {"heart-rate-high": "crisis"}}""")
                .put("/api/patients/" + patient + "/settings")
                .then()
                .statusCode(200)
                .body("isDefault", equalTo(false))
                .body("changedBy", equalTo("nurse"));
        TestNode node = new TestNode(105, 1);
        Instant start = now();
        for (int second = 0; second < 3; second++) {
            Door.send(node.vitals(start.plusSeconds(second), 104, 0));
        }
        Ward.viewer()
                .get("/api/alarms?patient=" + patient)
                .then()
                .body("rule", contains("heart-rate-high"))
                .body("priority", contains("high"))
                .body("limit", contains(100.0f))
                .body("eventId", contains(notNullValue()));
        Ward.nurse().post("/api/patients/" + patient + "/discharge").then().statusCode(200);
        Ward.viewer().get("/api/alarms?patient=" + patient).then().body("", empty());
        Ward.viewer().get("/api/patients").then().body("id", not(hasItem(patient)));
        Ward.nurse()
                .body("{\"bed\": \"1-5\", \"ward\": \"CCU\", \"nodeId\": 105, \"patientId\": \"" + patient + "\"}")
                .post("/api/patients")
                .then()
                .statusCode(201);
        Ward.viewer()
                .get("/api/patients/" + patient + "/settings")
                .then()
                .body("isDefault", equalTo(true))
                .body("levels.'heart-rate-high'", equalTo("warning"))
                .body("limits.heartRateHigh", equalTo(120.0f));
        Ward.viewer()
                .get("/api/alarm-log?patient=" + patient)
                .then()
                .body("kind", hasItem("discharge"))
                .body("kind", hasItem("settings"))
                .body("kind", hasItem("alarm"));
    }

    @Test
    void whatALimitMayBeIsToldAndHeld() {
        String patient = Ward.admit("1-10", 110);
        List<Map<String, Object>> ranges = Ward.viewer()
                .get("/api/settings/limits")
                .then()
                .statusCode(200)
                .body("name", hasItem("spo2Low"))
                .body("find { it.name == 'heartRateLow' }.byDefault", equalTo(50.0f))
                .extract()
                .path("");
        assertThat(ranges)
                .hasSize(5)
                .allSatisfy(range -> Ward.nurse()
                        .body(limitsWith((String) range.get("name"), (Integer) range.get("most") + 1))
                        .put("/api/patients/" + patient + "/settings")
                        .then()
                        .statusCode(400)
                        .body("code", equalTo("settings.invalid")));
    }

    private static String limitsWith(String name, int value) {
        Map<String, Integer> limits = new HashMap<>(Map.of(
                "heartRateLow",
                50,
                "heartRateHigh",
                120,
                "respirationRateLow",
                8,
                "respirationRateHigh",
                30,
                "spo2Low",
                90));
        limits.put(name, value);
        return limits.entrySet().stream()
                .map(entry -> "\"%s\": %d".formatted(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(", ", "{\"limits\": {", "}}"));
    }

    @Test
    void asystoleFibrillationAndTachycardiaCannotBeMadeQuieter() {
        String patient = Ward.admit("1-6", 106);
        for (EventClass fixed :
                List.of(EventClass.ASYSTOLE, EventClass.VENTRICULAR_FIBRILLATION, EventClass.VENTRICULAR_TACHYCARDIA)) {
            Ward.nurse()
                    .body("""
                            {"limits": {"heartRateLow": 50, "heartRateHigh": 120, "respirationRateLow": 8,
                                        "respirationRateHigh": 30, "spo2Low": 90}, "levels": {"%s": "warning"}}""".formatted(fixed.label()))
                    .put("/api/patients/" + patient + "/settings")
                    .then()
                    .statusCode(422)
                    .body("code", equalTo("level.not-editable"));
        }
    }

    @Test
    void twoNodesOnOnePatientAreFlaggedAndTheDataOfBothAreShown() {
        String patient = Ward.admit("1-7", 107);
        Ward.technician().put("/api/patients/" + patient + "/nodes/207").then().statusCode(200);
        Ward.viewer()
                .get("/api/alarms?patient=" + patient)
                .then()
                .body("eventClass", contains(40))
                .body("technical", contains(true));
        Instant start = now();
        Door.send(new TestNode(107, 1).block(start, 0, 0));
        Door.send(new TestNode(207, 1).block(start, 0, 0));
        Ward.viewer()
                .get("/api/patients/" + patient + "/strip?from=" + start + "&to=" + start.plusSeconds(2))
                .then()
                .body("traces.nodeId", contains(107, 207));
        Ward.technician()
                .delete("/api/patients/" + patient + "/nodes/207")
                .then()
                .statusCode(200);
        Ward.viewer().get("/api/alarms?patient=" + patient).then().body("", empty());
        String other = Ward.admit("1-8", 108);
        Ward.technician()
                .put("/api/patients/" + other + "/nodes/107")
                .then()
                .statusCode(409)
                .body("code", equalTo("node.taken"));
    }

    /** RCP 2017 by hand: RR 22 → 2, SpO2 93 → 2, air 0, systolic 98 → 2, pulse 112 → 2, alert 0, 38.4 °C → 1: 9 points. */
    @Test
    void aRoundOfMeasurementsGivesTheEarlyWarningScoreAndItsAlarm() {
        String patient = Ward.admit("1-9", 109);
        TestNode node = new TestNode(109, 1);
        Door.send(node.vitals(now(), 112, 0));
        Door.send(node.round(now(), 930, 3840, 98, 220));
        Ward.viewer()
                .get("/api/patients/" + patient)
                .then()
                .body("patient.news.score", equalTo(9))
                .body("patient.news.band", equalTo("high"))
                .body("patient.news.complete", equalTo(true))
                .body("patient.news.parts.points", contains(2, 2, 0, 2, 2, 0, 1))
                .body("patient.vitals.spo2", equalTo(93.0f));
        Ward.viewer()
                .get("/api/alarms?patient=" + patient)
                .then()
                .body("rule", contains("news-emergency"))
                .body("priority", contains("high"));
        Ward.viewer()
                .get("/api/patients/" + patient + "/trend?quantity=spo2&points=60")
                .then()
                .body("unit", equalTo("%"));
    }
}
