package io.milliwatt.vibration.adapter;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;

/** How tests come into the app: as a person with a session, or as the gateway with its token. */
public final class Door {

    public static final String COOKIE = "milliwatt-vibration";

    private Door() {}

    /** The schema is made in the background; the way in works once it is there. */
    public static void awaitReady() {
        await().atMost(Duration.ofMinutes(3))
                .until(() -> given().formParam("j_username", "viewer")
                                .formParam("j_password", "glass")
                                .post("/api/session")
                                .statusCode()
                        == 200);
    }

    public static String login(String user, String password) {
        return given().formParam("j_username", user)
                .formParam("j_password", password)
                .post("/api/session")
                .then()
                .statusCode(200)
                .extract()
                .cookie(COOKIE);
    }

    public static void putMachine(String session, String id, long node) {
        given().cookie(COOKIE, session)
                .contentType("application/json")
                .body("""
                        {"name": "Machine %s", "area": "hall", "nodeId": %d, "nominalSpeedRpm": 1797,
                         "isoGroup": "2", "support": "rigid",
                         "bearing": {"name": "6205-2RS", "rollingElements": 9, "elementDiameterMillimetres": 7.94,
                                     "pitchDiameterMillimetres": 39.04, "contactAngleDegrees": 0}}""".formatted(id, node))
                .put("/api/machines/" + id)
                .then()
                .statusCode(200);
    }

    public static void send(byte[] frame) {
        post(frame, "door-token").statusCode(200);
    }

    static ValidatableResponse post(byte[] frame, String token) {
        return given().header("Authorization", "Bearer " + token)
                .header("mw-received-at", Instant.now().toEpochMilli())
                .contentType("application/cbor")
                .body(frame)
                .post("/internal/frames")
                .then()
                .log()
                .ifValidationFails();
    }
}
