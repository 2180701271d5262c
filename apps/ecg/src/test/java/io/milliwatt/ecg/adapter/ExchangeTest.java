package io.milliwatt.ecg.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.milliwatt.telemetry.BeatClass;
import io.milliwatt.testkit.Door;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What other systems get of a patient. */
@QuarkusTest
@QuarkusTestResource(WardDatabase.class)
class ExchangeTest {

    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    @BeforeEach
    void awaitSchema() {
        Ward.awaitReady();
    }

    @Test
    void theFhirBundleHoldsWaveformRatesAndScore() {
        String patient = Ward.admit("9-1", 901);
        Instant start = record(901);
        Ward.viewer()
                .get(export(patient, "fhir", start, 6) + "&leads=II")
                .then()
                .statusCode(200)
                .contentType("application/fhir+json")
                .body("resourceType", equalTo("Bundle"))
                .body("entry.resource.subject.reference.unique()", equalTo(List.of("Patient/" + patient)))
                .body("entry[0].resource.component[0].code.coding[0].code", equalTo("131330"))
                .body("entry[0].resource.component[0].valueSampledData.data", containsString("E E 0 1 2 3 4"))
                .body("entry.resource.code.coding.flatten().code", hasItem("8867-4"))
                .body(
                        "entry.find { it.resource.code.coding[0].code == '1104051000000101' }.resource.valueInteger",
                        equalTo(0));
    }

    @Test
    void theHl7MessageNamesNobody() {
        String patient = Ward.admit("9-2", 902);
        Instant start = record(902);
        String message = Ward.viewer()
                .get(export(patient, "hl7v2", start, 6))
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(message.split("\r")[1]).isEqualTo("PID|||" + patient + "^^^MILLIWATT^PI||" + patient + "^^^^^^S");
        assertThat(message).contains("147842^MDC_ECG_HEART_RATE^MDC").contains("|NA|131328^MDC_ECG_ELEC_POTL^MDC|");
    }

    @Test
    void archivesHoldTheirFiles() throws IOException {
        String patient = Ward.admit("9-3", 903);
        Instant start = record(903);
        assertThat(archive(export(patient, "wfdb", start, 6)))
                .containsOnlyKeys(patient + "_903.dat", patient + "_903.hea", patient + "_903.mwt");
        assertThat(archive(export(patient, "edf", start, 6))).containsOnlyKeys(patient + "_903.edf");
        assertThat(archive(export(patient, "csv", start, 6)).get("beats.csv").lines())
                .describedAs("a heading and five beats")
                .hasSize(6);
    }

    @Test
    void whatAPersonSaidOfABeatCounts() throws IOException {
        String patient = Ward.admit("9-4", 904);
        Instant start = record(904);
        Ward.technician()
                .body("{\"nodeId\": 904, \"t\": %d, \"class\": \"S\"}"
                        .formatted(start.plusMillis(4000).toEpochMilli()))
                .post("/api/patients/" + patient + "/beat-labels")
                .then()
                .statusCode(201);
        assertThat(archive(export(patient, "csv", start, 6)).get("beats.csv"))
                .contains("supraventricular")
                .doesNotContain("ventricular,0.9");
    }

    /** The node goes from one patient to the next: neither export shows a sample of the other. */
    @Test
    void aNodesSignalBelongsToWhomItWasOn() throws IOException {
        String first = Ward.admit("9-5", 905);
        Ward.nurse().delete("/api/patients/" + first + "/nodes/905").then().statusCode(not(equalTo(500)));
        String second = Ward.admit("9-6", 905);
        TestNode node = new TestNode(905, 1);
        Instant later = Instant.now().truncatedTo(ChronoUnit.MILLIS).plusMillis(200);
        Door.send(node.block(later, 0, 0));
        assertThat(archive(export(first, "csv", later.minusSeconds(2), 4))).doesNotContainKey("signal-905.csv");
        assertThat(archive(export(second, "csv", later.minusSeconds(2), 4))).containsKey("signal-905.csv");
    }

    @Test
    void variabilityIsToldAndWhatFiveBeatsDoNotAllowIsNull() {
        String patient = Ward.admit("9-7", 907);
        Instant start = record(907);
        Ward.viewer()
                .get("/api/patients/" + patient + "/variability?from=" + start + "&to=" + start.plusSeconds(6))
                .then()
                .statusCode(200)
                .body("$", hasSize(1))
                .body("[0].nodeId", equalTo(907))
                .body("[0].time.meanNn", equalTo(800f))
                .body("[0].time.sdnn", equalTo(0f))
                .body("[0].rejectedIntervals", equalTo(1))
                .body("[0].frequency", nullValue())
                .body("[0].nonLinear.sampleEntropy", nullValue());
    }

    @Test
    void wrongWishesGetASentence() {
        String patient = Ward.admit("9-8", 908);
        Ward.viewer()
                .get(export(patient, "fhir", now.minusSeconds(600), 600))
                .then()
                .statusCode(400)
                .body("code", equalTo("window.too-long"));
        Ward.viewer()
                .get(export(patient, "csv", now.minusSeconds(60), 60) + "&leads=II,V9")
                .then()
                .statusCode(400)
                .body("detail", containsString("There is no lead 'V9'"));
        Ward.viewer()
                .get(export("P-00000000", "edf", now.minusSeconds(60), 60))
                .then()
                .statusCode(404);
    }

    @Test
    void eachExportIsLoggedWithWhoTookWhatAndOnlyAdministratorsReadIt() throws IOException {
        String patient = Ward.admit("9-9", 909);
        Instant start = record(909);
        archive(export(patient, "wfdb", start, 6));
        Ward.technician().get(export(patient, "fhir", start, 6)).then().statusCode(200);
        Ward.viewer().get(export(patient, "csv", start, 6) + "&leads=V9").then().statusCode(400);
        Ward.chief()
                .get("/api/export-access?patient=" + patient)
                .then()
                .statusCode(200)
                .body("format", contains("fhir", "wfdb"))
                .body("user", contains("technician", "viewer"))
                .body("[0].from", equalTo(start.minusMillis(6).toString()))
                .body("[0].to", equalTo(start.plusSeconds(6).toString()));
        for (RequestSpecification other : List.of(Ward.viewer(), Ward.technician(), Ward.nurse(), Ward.clerk())) {
            other.get("/api/export-access").then().statusCode(403);
        }
    }

    @Test
    void anUnknownFormatIsToldWithThoseThereAre() {
        String patient = Ward.admit("9-10", 910);
        Ward.viewer()
                .get(export(patient, "dicom", now.minusSeconds(60), 60))
                .then()
                .statusCode(404)
                .body("detail", equalTo("There is no format 'dicom'; there are fhir, hl7v2, wfdb, edf, csv."));
    }

    @Test
    void aSummaryTellsOfBeatsAndRatesByTheHour() {
        String patient = Ward.admit("9-11", 911);
        Instant start = record(911);
        Ward.technician()
                .body("{\"nodeId\": 911, \"t\": %d, \"class\": \"S\"}"
                        .formatted(start.plusMillis(4000).toEpochMilli()))
                .post("/api/patients/" + patient + "/beat-labels")
                .then()
                .statusCode(201);
        Ward.viewer()
                .get("/api/patients/" + patient + "/summary?from=" + start.minusSeconds(60) + "&to="
                        + start.plusSeconds(60))
                .then()
                .statusCode(200)
                .body("whole.beats.N", equalTo(4))
                .body("whole.beats.S", equalTo(1))
                .body("whole.beats.V", equalTo(0))
                .body("whole.analysedMillis", equalTo(3200))
                .body("whole.fibrillationShare", equalTo(0f))
                .body("whole.heartRate.mean", equalTo(72.4f))
                .body("hours.beats.N.sum()", equalTo(4));
        Ward.viewer()
                .get("/api/patients/" + patient + "/summary?from=" + start.minusSeconds(100_000))
                .then()
                .statusCode(400)
                .body("code", equalTo("window.too-long"));
    }

    /** Five blocks, five beats 800 ms apart, a second of numbers and a round. */
    private Instant record(long number) {
        TestNode node = new TestNode(number, 1);
        Instant start = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        for (int index = 0; index < 5; index++) {
            Door.send(node.block(start.plusSeconds(index), index, 0));
        }
        Door.send(node.beats(start, 5, BeatClass.VENTRICULAR));
        Door.send(node.vitals(start.plusSeconds(4), 72.4, 0));
        Door.send(node.round(start.plusSeconds(4), 970, 3700, 120, 160));
        return start;
    }

    private static String export(String patient, String format, Instant from, int seconds) {
        return "/api/patients/" + patient + "/export/" + format + "?from=" + from.minusMillis(6) + "&to="
                + from.plusSeconds(seconds);
    }

    private static Map<String, String> archive(String path) throws IOException {
        byte[] bytes = Ward.viewer()
                .get(path)
                .then()
                .statusCode(200)
                .contentType("application/zip")
                .extract()
                .asByteArray();
        Map<String, String> files = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }
}
