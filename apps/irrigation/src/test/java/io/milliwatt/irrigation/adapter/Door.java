package io.milliwatt.irrigation.adapter;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;

/** How tests come into the app: as a person with a session, or as the gateway with its token. */
public final class Door {

    public static final String COOKIE = "milliwatt-irrigation";

    private Door() {}

    /** The schema is made in the background; the way in works once it is there. */
    public static void awaitReady() {
        await().atMost(Duration.ofSeconds(120))
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
