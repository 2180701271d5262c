package io.milliwatt.irrigation.adapter;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.milliwatt.testkit.Door;
import io.milliwatt.testkit.EmbeddedDatabase;
import io.milliwatt.testkit.Routes;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nothing but health, metrics and the page's own files opens without a session. */
@QuarkusTest
@QuarkusTestResource(EmbeddedDatabase.class)
class AccessTest {

    @BeforeEach
    void awaitSchema() {
        Door.awaitReady();
    }

    @Test
    void thePageOpensWithoutASessionAndNothingOfTheFarm() {
        given().get("/").then().statusCode(200).body(containsString("mw-irrigation-console"));
        given().get("/api/alarms").then().statusCode(401);
        given().get("/api/status").then().statusCode(401);
    }

    @Test
    void everyRouteIsDeniedWithoutASession() {
        Routes.assertDeniedWithoutASession(Door.session("viewer", "glass"), 50);
    }

    @Test
    void theRoleIsToldToThePage() {
        String session = Door.session("agronomist", "spade");
        Door.with(session).get("/api/session").then().statusCode(200).body("roles[0]", equalTo("agronomist"));
    }
}
