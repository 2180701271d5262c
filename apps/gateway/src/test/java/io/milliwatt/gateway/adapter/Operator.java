package io.milliwatt.gateway.adapter;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.util.Map;

/** An operator's requests to the registry. */
public final class Operator {
    private Operator() {}

    public static RequestSpecification request() {
        return RestAssured.given()
                .header("Authorization", "Bearer " + PostgresForTests.OPERATOR_TOKEN)
                .contentType(ContentType.JSON);
    }

    public static JsonPath enrol(String name) {
        return request()
                .body(Map.of("name", name, "domain", "vibration"))
                .post("/api/nodes")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }
}
