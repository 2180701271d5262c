package io.milliwatt.ecg.adapter;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How tests come into the app: as a person with a session, or as the gateway with its token. */
public final class Door {

    public static final String COOKIE = "milliwatt-ecg";

    private static final Map<String, String> SESSIONS = new ConcurrentHashMap<>();

    private Door() {}

    /** The schema is made in the background; the way in works once it is there. */
    public static void awaitReady() {
        await().atMost(Duration.ofMinutes(3))
                .until(() -> given().formParam("j_username", "chief")
                                .formParam("j_password", "key")
                                .post("/api/session")
                                .statusCode()
                        == 200);
        // Identities have a schema of their own, made apart.
        await().atMost(Duration.ofMinutes(3))
                .until(() -> clerk().get("/api/identities").statusCode() == 200);
    }

    public static RequestSpecification nurse() {
        return as("nurse", "lamp");
    }

    public static RequestSpecification technician() {
        return as("technician", "wrench");
    }

    public static RequestSpecification viewer() {
        return as("viewer", "glass");
    }

    public static RequestSpecification clerk() {
        return as("clerk", "ledger");
    }

    public static RequestSpecification chief() {
        return as("chief", "key");
    }

    /** The session cookie of a user. */
    public static String session(String user, String password) {
        return SESSIONS.computeIfAbsent(
                user,
                name -> given().formParam("j_username", user)
                        .formParam("j_password", password)
                        .post("/api/session")
                        .then()
                        .statusCode(200)
                        .extract()
                        .cookie(COOKIE));
    }

    private static RequestSpecification as(String user, String password) {
        return given().cookie(COOKIE, session(user, password)).contentType("application/json");
    }

    /** Admits somebody new with this node; returns the pseudonym. */
    public static String admit(String bed, long node) {
        return nurse().body("""
                        {"bed": "%s", "ward": "CCU", "nodeId": %d}""".formatted(bed, node))
                .post("/api/patients")
                .then()
                .log()
                .ifValidationFails()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** The alarms that stand at a patient, as somebody sees them who may only look. */
    public static ValidatableResponse alarms(String patient) {
        return viewer().get("/api/alarms?patient=" + patient).then().statusCode(200);
    }

    public static void send(byte[] frame) {
        post(frame, Instant.now()).statusCode(200);
    }

    public static ValidatableResponse post(byte[] frame, Instant receivedAt) {
        return given().header("Authorization", "Bearer door-token")
                .header("mw-received-at", receivedAt.toEpochMilli())
                .contentType("application/cbor")
                .body(frame)
                .post("/internal/frames")
                .then()
                .log()
                .ifValidationFails();
    }
}
