package io.milliwatt.ecg.adapter;

import static org.awaitility.Awaitility.await;

import io.milliwatt.testkit.Door;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;

/** The people of a ward and what they ask for. */
public final class Ward {

    private Ward() {}

    public static void awaitReady() {
        Door.awaitReady("chief", "key");
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

    private static RequestSpecification as(String user, String password) {
        return Door.with(Door.session(user, password)).contentType("application/json");
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
}
