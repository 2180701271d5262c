package io.milliwatt.vibration.adapter;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Method;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who gets in where; the routes are taken from the app's own OpenAPI document, so that none is forgotten. */
@QuarkusTest
@QuarkusTestResource(EmbeddedDatabase.class)
class AccessTest {

    @BeforeEach
    void awaitSchema() {
        Door.awaitReady();
    }

    @Test
    void everyRouteIsDeniedWithoutASession() {
        Map<String, Map<String, Object>> routes = given().cookie(Door.COOKIE, Door.login("viewer", "glass"))
                .get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .extract()
                .path("paths");
        assertThat(routes).hasSizeGreaterThanOrEqualTo(12);
        routes.forEach((path, methods) -> methods.keySet().stream()
                .filter(method ->
                        !path.equals("/internal/frames") && !(path.equals("/api/session") && method.equals("post")))
                .forEach(method -> given().contentType("application/json")
                        .body("{}")
                        .request(Method.valueOf(method.toUpperCase(Locale.ROOT)), path.replaceAll("\\{[^}]*}", "1"))
                        .then()
                        .statusCode(401)
                        .header("WWW-Authenticate", nullValue())));
    }

    @Test
    void aViewerMayLookAndChangeNothing() {
        String viewer = Door.login("viewer", "glass");
        given().cookie(Door.COOKIE, viewer).get("/api/machines").then().statusCode(200);
        given().cookie(Door.COOKIE, viewer)
                .get("/api/status")
                .then()
                .statusCode(200)
                .body("database", equalTo("up"));
        for (String change : new String[] {"/api/alarms/1/acknowledge", "/api/machines/fan/capture"}) {
            given().cookie(Door.COOKIE, viewer)
                    .contentType("application/json")
                    .body("{}")
                    .post(change)
                    .then()
                    .statusCode(403);
        }
        given().cookie(Door.COOKIE, viewer)
                .contentType("application/json")
                .body("{}")
                .put("/api/machines/fan")
                .then()
                .statusCode(403);
        given().cookie(Door.COOKIE, viewer).get("/api/frames/1/1/1").then().statusCode(403);
    }

    @Test
    void healthAndMetricsAreOpenAndTheRestOfTheServersOwnPagesAreNot() {
        given().get("/q/health/live").then().statusCode(200);
        given().get("/q/metrics").then().statusCode(200);
        given().get("/q/openapi").then().statusCode(401);
        given().get("/q/dev").then().statusCode(401);
    }

    @Test
    void aWrongPasswordIsAPlainRefusal() {
        given().redirects()
                .follow(false)
                .formParam("j_username", "viewer")
                .formParam("j_password", "wrong")
                .post("/api/session")
                .then()
                .statusCode(401);
    }

    @Test
    void theSessionSaysWhoItIsAndEndsWhenItIsDeleted() {
        String session = Door.login("technician", "wrench");
        given().cookie(Door.COOKIE, session)
                .get("/api/session")
                .then()
                .statusCode(200)
                .body("user", equalTo("technician"))
                .body("roles[0]", equalTo("technician"));
        String after = given().cookie(Door.COOKIE, session)
                .delete("/api/session")
                .then()
                .statusCode(204)
                .extract()
                .cookie(Door.COOKIE);
        assertThat(after).isNullOrEmpty();
    }

    @Test
    void theSessionCookieIsOutOfReachOfScriptsAndOtherSites() {
        String cookie = given().formParam("j_username", "viewer")
                .formParam("j_password", "glass")
                .post("/api/session")
                .getHeader("Set-Cookie");
        assertThat(cookie).containsIgnoringCase("HttpOnly").contains("SameSite=Strict");
    }

    @Test
    void anotherSitesPageIsRefused() {
        String session = Door.login("technician", "wrench");
        given().cookie(Door.COOKIE, session)
                .header("Origin", "https://elsewhere.example")
                .contentType("application/json")
                .body("{}")
                .post("/api/alarms/1/acknowledge")
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("code", equalTo("origin.foreign"));
    }

    @Test
    void everyAnswerKeepsPagesToThemselves() {
        given().get("/q/health/live")
                .then()
                .header("Content-Security-Policy", startsWith("default-src 'self'"))
                .header("X-Content-Type-Options", equalTo("nosniff"))
                .header("X-Frame-Options", equalTo("DENY"));
    }

    @Test
    void theGatewaysDoorWantsItsToken() {
        byte[] frame = new TestNode(900, 1).features(Instant.now(), 1, 0);
        Door.post(frame, "wrong").statusCode(401).body("code", equalTo("token.wrong"));
        Door.post(new byte[] {1, 2}, "door-token").statusCode(422).body("code", equalTo("frame.refused"));
    }

    @Test
    void errorsAreSentencesWithAStableCode() {
        String session = Door.login("technician", "wrench");
        given().cookie(Door.COOKIE, session)
                .get("/api/machines/none")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("code", equalTo("machine.unknown"))
                .body("detail", startsWith("There is no machine 'none'."));
        given().cookie(Door.COOKIE, session)
                .contentType("application/json")
                .body("{\"name\": \"x\"}")
                .put("/api/machines/x")
                .then()
                .statusCode(400)
                .body("code", equalTo("request.invalid"));
        given().cookie(Door.COOKIE, session)
                .contentType("application/json")
                .body("{\"name\": ")
                .put("/api/machines/x")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }
}
