package io.milliwatt.gateway.adapter.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.json.Json;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response.Status;
import java.security.MessageDigest;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Lets nobody through to any route without the operator's bearer token, except to health and metrics. It stands in front
 * of everything that the HTTP port serves, so that a route added later is closed until somebody opens it here.
 */
@Singleton
public class OperatorGuard {
    private static final int BEFORE_EVERYTHING = 10_000;
    private static final int MIN_TOKEN_LENGTH = 32;
    private static final String SCHEME = "Bearer ";

    private final byte[] token;

    OperatorGuard(@ConfigProperty(name = "milliwatt.operator-token") Optional<String> token) {
        this.token = token.filter(text -> text.length() >= MIN_TOKEN_LENGTH)
                .orElseThrow(() -> new IllegalStateException("MILLIWATT_OPERATOR_TOKEN must be set and have at least "
                        + MIN_TOKEN_LENGTH + " characters; make one with: openssl rand -base64 32"))
                .getBytes(UTF_8);
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, BEFORE_EVERYTHING);
    }

    private void check(RoutingContext request) {
        if (isOpen(request.normalizedPath()) || carriesToken(request)) {
            request.next();
            return;
        }
        Problem problem = Problem.of(
                Status.UNAUTHORIZED, "unauthenticated", "Send the operator's token as 'Authorization: Bearer …'.");
        request.response()
                .setStatusCode(problem.status())
                .putHeader("WWW-Authenticate", "Bearer")
                .putHeader("Content-Type", Problem.MEDIA_TYPE)
                .end(Json.encode(problem));
    }

    private static boolean isOpen(String path) {
        return path.equals("/q/health") || path.startsWith("/q/health/") || path.equals("/q/metrics");
    }

    private boolean carriesToken(RoutingContext request) {
        String header = request.request().getHeader("Authorization");
        return header != null
                && header.startsWith(SCHEME)
                && MessageDigest.isEqual(header.substring(SCHEME.length()).getBytes(UTF_8), token);
    }
}
