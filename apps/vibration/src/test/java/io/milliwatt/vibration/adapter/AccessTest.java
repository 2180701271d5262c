package io.milliwatt.vibration.adapter;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.milliwatt.testkit.Door;
import io.milliwatt.testkit.EmbeddedDatabase;
import io.milliwatt.testkit.Routes;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
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
        Routes.assertDeniedWithoutASession(Door.session("viewer", "glass"), 12);
    }

    @Test
    void aViewerMayLookAndChangeNothing() {
        String viewer = Door.session("viewer", "glass");
        Door.with(viewer).get("/api/machines").then().statusCode(200);
        Door.with(viewer).get("/api/status").then().statusCode(200).body("database", equalTo("up"));
        for (String change : new String[] {"/api/alarms/1/acknowledge", "/api/machines/fan/capture"}) {
            Door.with(viewer)
                    .contentType("application/json")
                    .body("{}")
                    .post(change)
                    .then()
                    .statusCode(403);
        }
        Door.with(viewer)
                .contentType("application/json")
                .body("{}")
                .put("/api/machines/fan")
                .then()
                .statusCode(403);
        Door.with(viewer).get("/api/frames/1/1/1").then().statusCode(403);
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
        String session = Door.session("technician", "wrench");
        Door.with(session)
                .get("/api/session")
                .then()
                .statusCode(200)
                .body("user", equalTo("technician"))
                .body("roles[0]", equalTo("technician"));
        String after = Door.with(session)
                .delete("/api/session")
                .then()
                .statusCode(204)
                .extract()
                .cookie(Door.cookie());
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
        String session = Door.session("technician", "wrench");
        Door.with(session)
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
        Door.post(frame, Instant.now(), "wrong").statusCode(401).body("code", equalTo("token.wrong"));
        Door.post(new byte[] {1, 2}, Instant.now()).statusCode(422).body("code", equalTo("frame.refused"));
    }

    @Test
    void errorsAreSentencesWithAStableCode() {
        String session = Door.session("technician", "wrench");
        Door.with(session)
                .get("/api/machines/none")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("code", equalTo("machine.unknown"))
                .body("detail", startsWith("There is no machine 'none'."));
        Door.with(session)
                .contentType("application/json")
                .body("{\"name\": \"x\"}")
                .put("/api/machines/x")
                .then()
                .statusCode(400)
                .body("code", equalTo("request.invalid"));
        Door.with(session)
                .contentType("application/json")
                .body("{\"name\": ")
                .put("/api/machines/x")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }
}
