package io.milliwatt.gateway.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.milliwatt.gateway.adapter.Operator;
import io.milliwatt.gateway.adapter.PostgresForTests;
import io.milliwatt.gateway.node.NodeDirectory;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.Base64;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(PostgresForTests.class)
class NodeRoutesTest {
    @Inject
    NodeDirectory directory;

    @Inject
    Jdbi jdbi;

    @BeforeEach
    void waitForTheRegistry() {
        await().until(directory::isLoaded);
    }

    @Test
    void anEnrolledNodeIsListedWithoutItsSecrets() {
        JsonPath credentials = Operator.enrol("Compressor");
        String shown = Operator.request()
                .get("/api/nodes/" + credentials.getLong("node"))
                .then()
                .statusCode(200)
                .body("name", equalTo("Compressor"))
                .body("domain", equalTo("vibration"))
                .body("connected", equalTo(false))
                .body("revokedAt", nullValue())
                .body("forwardedFrames", equalTo(0))
                .extract()
                .asString();
        assertThat(shown)
                .doesNotContain(credentials.getString("password"))
                .doesNotContain(credentials.getString("keyBase64"));
        Operator.request().get("/api/nodes").then().body("number", hasItem((int) credentials.getLong("node")));
    }

    /** Whoever reads the database learns neither the password nor the key. */
    @Test
    void theDatabaseHoldsNeitherPasswordNorKey() {
        JsonPath credentials = Operator.enrol("Fan");
        byte[] key = Base64.getDecoder().decode(credentials.getString("keyBase64"));
        Map<String, Object> row = jdbi.withHandle(
                handle -> handle.createQuery("select password, sealed_key from node where number = :number")
                        .bind("number", credentials.getLong("node"))
                        .mapToMap()
                        .one());
        assertThat(row.get("password").toString())
                .startsWith("pbkdf2-sha256$")
                .doesNotContain(credentials.getString("password"));
        assertThat(indexOf((byte[]) row.get("sealed_key"), key)).isEqualTo(-1);
    }

    @Test
    void aWishedNumberIsGivenAndNeverTwice() {
        Map<String, Object> body = Map.of("name", "Mill", "domain", "vibration", "number", 77);
        Operator.request().body(body).post("/api/nodes").then().statusCode(201).header("Location", endsWith("/77"));
        Operator.request()
                .body(body)
                .post("/api/nodes")
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("code", equalTo("node-number-taken"))
                .body("detail", allOf(containsString("77"), endsWith(".")));
    }

    @Test
    void aRevokedNodeStaysListedAndCannotBeRekeyed() {
        long number = Operator.enrol("Pump").getLong("node");
        Operator.request().post("/api/nodes/" + number + "/revocation").then().statusCode(200);
        Operator.request().get("/api/nodes/" + number).then().body("revokedAt", not(nullValue()));
        Operator.request()
                .post("/api/nodes/" + number + "/credentials")
                .then()
                .statusCode(409)
                .body("code", equalTo("node-revoked"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|'name'",
                "{\"name\":\"x\",\"domain\":\"submarine\"}|submarine",
                "{\"name\":\" \",\"domain\":\"vibration\"}|name",
                "{\"name\":\"x\",\"domain\":\"vibration\",\"number\":0}|0",
                "{\"name\":\"x\",\"domain\":\"vibration\",\"number\":\"many\"}|JSON",
                "[|JSON",
                "''|body"
            })
    void whatCannotBeEnrolledIsRefusedInASentence(String body, String named) {
        Operator.request()
                .body(body)
                .post("/api/nodes")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("detail", allOf(containsString(named), endsWith(".")))
                .body("status", equalTo(400));
    }

    @Test
    void anUnknownNodeIsNotFound() {
        for (String route : new String[] {"/revocation", "/credentials"}) {
            Operator.request()
                    .post("/api/nodes/4294967295" + route)
                    .then()
                    .statusCode(404)
                    .body("code", equalTo("node-not-found"));
        }
        Operator.request().get("/api/nodes/4294967295").then().statusCode(404);
        Operator.request().get("/api/nothing").then().statusCode(404).body("code", equalTo("route-not-found"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/nodes",
                "/api/nodes/1",
                "/q/openapi",
                "/q/swagger-ui",
                "/",
                "/anything",
                "/q/health/../openapi"
            })
    void everyRouteButHealthAndMetricsWantsTheToken(String path) {
        RestAssured.given()
                .urlEncodingEnabled(false)
                .get(path)
                .then()
                .statusCode(401)
                .contentType("application/problem+json");
        RestAssured.given()
                .header("Authorization", "Bearer " + PostgresForTests.OPERATOR_TOKEN + "x")
                .get(path)
                .then()
                .statusCode(401);
    }

    @Test
    void healthTellsThatKafkaIsMissing() {
        RestAssured.get("/q/health/live").then().statusCode(200);
        RestAssured.get("/q/health")
                .then()
                .statusCode(503)
                .body("checks.find { it.name == 'kafka' }.status", equalTo("DOWN"))
                .body("checks.find { it.name == 'registry' }.status", equalTo("UP"))
                .body("checks.find { it.name == 'mqtt' }.status", equalTo("UP"))
                .body("checks.find { it.name == 'dependencies' }.data.kafka", endsWith("."));
    }

    @Test
    void metricsAndTheRoutesDescriptionAreServed() {
        assertThat(RestAssured.get("/q/metrics").asString()).contains("milliwatt_gateway_connections");
        Operator.request()
                .get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .body("paths.'/api/nodes'.post.operationId", equalTo("enrol"));
    }

    private static int indexOf(byte[] haystack, byte[] needle) {
        for (int start = 0; start + needle.length <= haystack.length; start++) {
            int same = 0;
            while (same < needle.length && haystack[start + same] == needle[same]) {
                same++;
            }
            if (same == needle.length) {
                return start;
            }
        }
        return -1;
    }
}
