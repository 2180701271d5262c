package io.milliwatt.platform.security;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.milliwatt.platform.problems.Problem;
import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.time.Clock;
import java.util.Set;

/**
 * Looks at every request before anybody is logged in: sets the headers that keep a page to itself, refuses what another
 * site's page sends, and slows down the guessing of passwords.
 */
@ApplicationScoped
@IfBuildProperty(name = "milliwatt.platform.security", stringValue = "true")
class RequestGuards {

    /** Before Quarkus' authentication (200). */
    private static final int BEFORE_AUTHENTICATION = 250;

    private static final String LOGIN_PATH = "/api/session";
    private static final Set<HttpMethod> HARMLESS = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    /** A page loads nothing from elsewhere, sends nothing elsewhere, runs no inline script and stands in no frame. */
    private static final String CONTENT_SECURITY_POLICY = "default-src 'self'; script-src 'self'; style-src 'self';"
            + " img-src 'self' data:; connect-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none';"
            + " form-action 'self'";

    private final LoginThrottle throttle;
    private final ObjectMapper json;

    RequestGuards(Clock clock, ObjectMapper json) {
        this.throttle = new LoginThrottle(clock);
        this.json = json;
    }

    void register(@Observes Filters filters) {
        filters.register(this::guard, BEFORE_AUTHENTICATION);
    }

    private void guard(RoutingContext context) {
        context.response()
                .putHeader("Content-Security-Policy", CONTENT_SECURITY_POLICY)
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("X-Frame-Options", "DENY")
                .putHeader("Referrer-Policy", "same-origin");
        if (context.normalizedPath().startsWith("/api/")) {
            context.response().putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        }
        HttpServerRequest request = context.request();
        if (changesState(request) && !isOwnOrigin(request)) {
            refuse(
                    context,
                    Problem.of(403, "origin.foreign", "This request comes from another site's page and is refused."));
            return;
        }
        if (request.method().equals(HttpMethod.POST) && context.normalizedPath().equals(LOGIN_PATH)) {
            String address = request.remoteAddress().hostAddress();
            if (!throttle.admits(address)) {
                context.response().putHeader("Retry-After", Long.toString(LoginThrottle.WITHIN.toSeconds()));
                refuse(
                        context,
                        Problem.of(
                                429,
                                "login.throttled",
                                "Too many failed logins from here. Wait a minute and try again."));
                return;
            }
            context.addEndHandler(ended -> note(address, context.response().getStatusCode()));
        }
        context.next();
    }

    private void note(String address, int status) {
        if (status == 401) {
            throttle.failed(address);
        } else if (status == 200) {
            throttle.succeeded(address);
        }
    }

    private static boolean changesState(HttpServerRequest request) {
        return !HARMLESS.contains(request.method()) || request.headers().contains(HttpHeaders.UPGRADE);
    }

    /** Browsers name the page's origin in all such requests; programs that are no browsers name none. */
    private static boolean isOwnOrigin(HttpServerRequest request) {
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        if (origin == null) {
            return true;
        }
        try {
            return request.authority() != null
                    && request.authority()
                            .toString()
                            .equalsIgnoreCase(URI.create(origin).getAuthority());
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }

    private void refuse(RoutingContext context, Problem problem) {
        try {
            context.response()
                    .setStatusCode(problem.status())
                    .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                    .end(json.writeValueAsString(problem));
        } catch (JsonProcessingException impossible) {
            context.fail(impossible);
        }
    }
}
