package io.milliwatt.ecg.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.agroal.api.AgroalDataSource;
import io.milliwatt.testkit.Door;
import io.milliwatt.testkit.Routes;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.HandleConsumer;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who gets in where, and that names are out of reach of the role that reads waveforms. */
@QuarkusTest
@QuarkusTestResource(WardDatabase.class)
class AccessTest {

    @Inject
    Jdbi waveforms;

    @Inject
    @DataSource("identity")
    AgroalDataSource identities;

    @BeforeEach
    void awaitSchema() {
        Ward.awaitReady();
    }

    @Test
    void everyRouteIsDeniedWithoutASession() {
        Routes.assertDeniedWithoutASession(Door.session("viewer", "glass"), 30);
    }

    @Test
    void aViewerLooksAndChangesNothing() {
        String patient = Ward.admit("S-1", 501);
        Ward.viewer().get("/api/patients/" + patient).then().statusCode(200);
        for (String change : List.of("/discharge", "/acknowledge", "/beat-labels")) {
            Ward.viewer()
                    .body("{}")
                    .post("/api/patients/" + patient + change)
                    .then()
                    .statusCode(403);
        }
        for (String change : List.of("/settings", "/pause", "/bed", "/nodes/9")) {
            Ward.viewer()
                    .body("{}")
                    .put("/api/patients/" + patient + change)
                    .then()
                    .statusCode(403);
        }
        Ward.viewer().get("/api/labels").then().statusCode(403);
    }

    @Test
    void limitsAreForCliniciansAndTheAccessLogIsForAdministrators() {
        String patient = Ward.admit("S-2", 502);
        Ward.technician()
                .body("{}")
                .put("/api/patients/" + patient + "/settings")
                .then()
                .statusCode(403);
        Ward.technician()
                .body("{}")
                .post("/api/patients/" + patient + "/discharge")
                .then()
                .statusCode(403);
        Ward.clerk().get("/api/identity-access").then().statusCode(403);
        Ward.chief().get("/api/identity-access").then().statusCode(200);
    }

    @Test
    void namesAreForIdentityReadersAndEachLookIsLogged() {
        String patient = Ward.clerk()
                .body("""
                        {"bed": "S-3", "ward": "CCU", "nodeId": 503, "identity":
                            {"name": "Ada Example", "birthDate": "1950-02-01", "hospitalNumber": "H-77"}}""")
                .post("/api/patients")
                .then()
                .statusCode(201)
                .body("$", not(containsString("Ada")))
                .extract()
                .path("id");
        for (String reader : List.of("nurse", "viewer", "chief")) {
            String password =
                    Map.of("nurse", "lamp", "viewer", "glass", "chief", "key").get(reader);
            Door.with(Door.session(reader, password))
                    .get("/api/patients/" + patient + "/identity")
                    .then()
                    .statusCode(403);
        }
        Ward.clerk()
                .get("/api/patients/" + patient + "/identity")
                .then()
                .statusCode(200)
                .body("name", equalTo("Ada Example"))
                .body("birthDate", equalTo("1950-02-01"));
        Ward.clerk().get("/api/identities").then().body("patientId", hasItem(patient));
        Ward.chief()
                .get("/api/identity-access?patient=" + patient)
                .then()
                .body("user", contains("clerk", "clerk", "clerk"))
                .body("action", contains("read", "read", "write"));
    }

    /** What the database itself refuses, whatever the app does. */
    @Test
    void theWaveformRoleCannotReadIdentitiesAndLogsCannotBeChanged() {
        assertThatThrownBy(() ->
                        waveforms.withHandle(handle -> handle.createQuery("SELECT name FROM ecg_identity.identity")
                                .mapTo(String.class)
                                .list()))
                .hasStackTraceContaining("permission denied for schema ecg_identity");
        Ward.admit("S-4", 504);
        assertThatThrownBy(() -> waveforms.useHandle(handle -> handle.execute("DELETE FROM journal")))
                .hasStackTraceContaining("are kept for 365 days at least");
        assertThatThrownBy(() -> waveforms.useHandle(handle -> handle.execute("UPDATE label SET after = 'N'")))
                .hasStackTraceContaining("only ever added");
        List<String> columns = waveforms.withHandle(handle -> handle.createQuery(
                        "SELECT column_name FROM information_schema.columns WHERE table_schema = 'ecg'"
                                + " AND column_name IN ('birth_date', 'hospital_number', 'first_name')")
                .mapTo(String.class)
                .list());
        assertThat(columns).isEmpty();
    }

    /** An installation that lets the waveforms' role see identities gets none served. */
    @Test
    void identitiesAreNotServedWhileTheWaveformRoleMayReadThem() {
        identities(handle -> handle.execute("GRANT USAGE ON SCHEMA ecg_identity TO ecg"));
        Ward.clerk().get("/api/identities").then().statusCode(503).body("code", equalTo("identity.not-separated"));
        Ward.viewer().get("/api/patients").then().statusCode(200);
        identities(handle -> handle.execute("REVOKE USAGE ON SCHEMA ecg_identity FROM ecg"));
        Ward.clerk().get("/api/identities").then().statusCode(200);
    }

    private void identities(HandleConsumer<RuntimeException> work) {
        Jdbi.create(identities).useHandle(work);
    }

    @Test
    void errorsAreSentencesWithAStableCode() {
        Ward.viewer()
                .get("/api/patients/P-NONE")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("code", equalTo("patient.unknown"));
        Ward.nurse()
                .body("{\"bed\": \"\"}")
                .post("/api/patients")
                .then()
                .statusCode(400)
                .body("code", equalTo("request.invalid"));
        String patient = Ward.admit("S-5", 505);
        Ward.nurse()
                .body("{\"bed\": \"S-5\", \"ward\": \"CCU\"}")
                .post("/api/patients")
                .then()
                .statusCode(409)
                .body("code", equalTo("bed.taken"));
        Ward.nurse()
                .body("""
                        {"limits": {"heartRateLow": 130, "heartRateHigh": 120, "respirationRateLow": 8,
                                    "respirationRateHigh": 30, "spo2Low": 90}}""")
                .put("/api/patients/" + patient + "/settings")
                .then()
                .statusCode(400)
                .body("detail", containsString("the lower one must be below the upper one"));
        Ward.viewer()
                .get("/api/patients/" + patient + "/strip?from=0&to=600000")
                .then()
                .statusCode(400)
                .body("code", equalTo("window.too-long"));
        Ward.viewer()
                .get("/api/patients/" + patient + "/trend?quantity=mood")
                .then()
                .statusCode(400)
                .body("detail", containsString("heartRate"));
    }
}
