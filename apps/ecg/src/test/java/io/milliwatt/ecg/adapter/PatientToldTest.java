package io.milliwatt.ecg.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.milliwatt.telemetry.Domain;
import io.milliwatt.telemetry.PatientTold;
import io.milliwatt.telemetry.Status;
import io.milliwatt.telemetry.command.HeartCommand.TellPatient;
import io.milliwatt.telemetry.encoding.FrameException;
import io.milliwatt.telemetry.encoding.NodeCommandCodec;
import io.milliwatt.testkit.Door;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nodes are told whose heart they watch, until they say that they know; there is no Kafka here to take it away. */
@QuarkusTest
@QuarkusTestResource(WardDatabase.class)
class PatientToldTest {

    private static final String LIMITS = """
            "limits": {"heartRateLow": 50, "heartRateHigh": 120, "respirationRateLow": 8, "respirationRateHigh": 30, "spo2Low": 90}""";

    @Inject
    Jdbi jdbi;

    @BeforeEach
    void awaitSchema() {
        Ward.awaitReady();
    }

    private List<PatientTold> toldTo(long node) throws FrameException {
        List<byte[]> values = jdbi.withHandle(
                handle -> handle.createQuery("SELECT value FROM outbox WHERE topic = :topic AND key = :key ORDER BY id")
                        .bind("topic", "commands.ecg")
                        .bind("key", Long.toString(node))
                        .mapTo(byte[].class)
                        .list());
        List<PatientTold> told = new ArrayList<>();
        for (byte[] value : values) {
            if (new NodeCommandCodec().decode(value) instanceof TellPatient tell) {
                told.add(tell.patient());
            }
        }
        return told;
    }

    private static long stayOf(String patient) {
        return Ward.viewer().get("/api/patients/" + patient).jsonPath().getLong("patient.admissionId");
    }

    private static void confirms(String patient, boolean confirmed) {
        Ward.viewer()
                .get("/api/patients/" + patient)
                .then()
                .body("patient.nodes[0].patientConfirmed", equalTo(confirmed));
    }

    private static void set(String patient, String body) {
        Ward.nurse()
                .body(body)
                .put("/api/patients/" + patient + "/settings")
                .then()
                .statusCode(200);
    }

    @Test
    void aNodeIsToldAtTheAdmissionAndAgainWithEachStatusUntilItConfirms() throws FrameException {
        String patient = Ward.admit("13-1", 1301);
        PatientTold due = new PatientTold(stayOf(patient), false);
        assertThat(toldTo(1301)).containsExactly(due);
        TestNode node = new TestNode(1301, 1);
        confirms(patient, false);
        Door.send(node.frame(Instant.now(), Status.of(Domain.ECG, 60)));
        assertThat(toldTo(1301)).containsExactly(due, due);
        Door.send(node.frame(Instant.now(), Status.of(Domain.ECG, 61).withPatient(due)));
        Door.send(node.frame(Instant.now(), Status.of(Domain.ECG, 120).withPatient(due)));
        assertThat(toldTo(1301)).hasSize(2);
        confirms(patient, true);

        Door.send(node.restarted().frame(Instant.now(), Status.of(Domain.ECG, 0)));
        assertThat(toldTo(1301)).containsExactly(due, due, due);
        confirms(patient, false);
    }

    @Test
    void whatANodeKeptWhileItHadNoLinkAsksForNothing() throws FrameException {
        String patient = Ward.admit("13-2", 1302);
        PatientTold due = new PatientTold(stayOf(patient), false);
        TestNode node = new TestNode(1302, 1);
        byte[] kept = node.frame(Instant.now().minusSeconds(300), Status.of(Domain.ECG, 60));
        byte[] older = node.frame(Instant.now(), Status.of(Domain.ECG, 61));
        Door.send(node.frame(Instant.now(), Status.of(Domain.ECG, 360).withPatient(due)));
        Door.send(kept);
        Door.send(older);
        assertThat(toldTo(1302)).containsExactly(due);
        confirms(patient, true);
    }

    @Test
    void aPacemakerIsToldKeptThroughAResetAndGoneWithTheStay() throws FrameException {
        String patient = Ward.admit("13-3", 1303);
        long stay = stayOf(patient);
        set(patient, "{%s, \"hasPacemaker\": true}".formatted(LIMITS));
        assertThat(toldTo(1303)).containsExactly(new PatientTold(stay, false), new PatientTold(stay, true));
        Ward.viewer().get("/api/patients/" + patient).then().body("patient.hasPacemaker", equalTo(true));
        set(patient, "{%s}".formatted(LIMITS));
        Ward.nurse().delete("/api/patients/" + patient + "/settings").then().body("hasPacemaker", equalTo(true));
        assertThat(toldTo(1303)).hasSize(2);
        Ward.viewer()
                .get("/api/alarm-log?patient=" + patient)
                .then()
                .body("text", hasItem(containsString("has a pacemaker")));
        Ward.technician()
                .body("{%s, \"hasPacemaker\": false}".formatted(LIMITS))
                .put("/api/patients/" + patient + "/settings")
                .then()
                .statusCode(403);

        Ward.nurse().post("/api/patients/" + patient + "/discharge").then().statusCode(200);
        String next = Ward.admit("13-3", 1303);
        assertThat(toldTo(1303)).last().isEqualTo(new PatientTold(stayOf(next), false));
        assertThat(stayOf(next)).isNotEqualTo(stay);
    }
}
