package io.milliwatt.testkit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.http.Method;
import java.util.Locale;
import java.util.Map;

/** An app's routes, taken from its own OpenAPI document so that none is forgotten. */
public final class Routes {

    private Routes() {}

    /** Every one but the gateway's door and the way to begin a session answers 401, and no browser asks for a password. */
    public static void assertDeniedWithoutASession(String session, int least) {
        Map<String, Map<String, Object>> routes = Door.with(session)
                .get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .extract()
                .path("paths");
        assertThat(routes).hasSizeGreaterThanOrEqualTo(least);
        routes.forEach((path, methods) -> methods.keySet().stream()
                .filter(method -> !isOpen(path, method))
                .forEach(method -> given().contentType("application/json")
                        .body("{}")
                        .request(Method.valueOf(method.toUpperCase(Locale.ROOT)), path.replaceAll("\\{[^}]*}", "1"))
                        .then()
                        .statusCode(401)
                        .header("WWW-Authenticate", nullValue())));
    }

    private static boolean isOpen(String path, String method) {
        return path.equals("/internal/frames") || (path.equals("/api/session") && method.equals("post"));
    }
}
