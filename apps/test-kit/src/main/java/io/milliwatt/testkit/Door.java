package io.milliwatt.testkit;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.ConfigProvider;

/** How tests come into an app: as a person with a session, or as the gateway with its token. */
public final class Door {

    /** The gateway's, in the test settings of every app. */
    public static final String TOKEN = "door-token";

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final Map<String, String> SESSIONS = new ConcurrentHashMap<>();

    private Door() {}

    /** The schema is made in the background; the way in works once it is there. */
    public static void awaitReady() {
        awaitReady("viewer", "glass");
    }

    /** The same by a person whom the app's settings name last: the others are known before. */
    public static void awaitReady(String user, String password) {
        await().atMost(PATIENCE).until(() -> isLetIn(user, password));
    }

    /** The session of a person, begun once: a password's hash takes a while. */
    public static String session(String user, String password) {
        return SESSIONS.computeIfAbsent(
                user,
                name -> knock(user, password).then().statusCode(200).extract().cookie(cookie()));
    }

    /** A request within a session. */
    public static RequestSpecification with(String session) {
        return given().cookie(cookie(), session);
    }

    /** The name of the app's session cookie. */
    public static String cookie() {
        return ConfigProvider.getConfig().getValue("quarkus.http.auth.form.cookie-name", String.class);
    }

    public static void send(byte[] frame) {
        post(frame, Instant.now()).statusCode(200);
    }

    public static ValidatableResponse post(byte[] frame, Instant receivedAt) {
        return post(frame, receivedAt, TOKEN);
    }

    public static ValidatableResponse post(byte[] frame, Instant receivedAt, String token) {
        return given().header("Authorization", "Bearer " + token)
                .header("mw-received-at", receivedAt.toEpochMilli())
                .contentType("application/cbor")
                .body(frame)
                .post("/internal/frames")
                .then()
                .log()
                .ifValidationFails();
    }

    private static boolean isLetIn(String user, String password) {
        if (SESSIONS.containsKey(user)) {
            return with(SESSIONS.get(user)).get("/api/session").statusCode() == 200;
        }
        Response answer = knock(user, password);
        if (answer.statusCode() != 200) {
            return false;
        }
        SESSIONS.put(user, answer.cookie(cookie()));
        return true;
    }

    private static Response knock(String user, String password) {
        return given().formParam("j_username", user)
                .formParam("j_password", password)
                .post("/api/session");
    }
}
