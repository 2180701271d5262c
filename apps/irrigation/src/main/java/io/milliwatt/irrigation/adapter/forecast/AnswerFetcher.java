package io.milliwatt.irrigation.adapter.forecast;

import io.milliwatt.irrigation.reason.Reason;
import io.milliwatt.irrigation.reason.ReasonCode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Fetches a service's answer: one try, a bound on its time and size, no redirect, which could lead coordinates elsewhere. */
final class AnswerFetcher {

    private static final int OK = 200;
    /** "Non-authoritative": MET Norway says so that a version will end. */
    private static final int DEPRECATED = 203;

    private static final int NOT_MODIFIED = 304;
    /** A week of hours is some 30 kB. */
    private static final long LARGEST_BYTES = 4L << 20;

    private final HttpClient client;
    private final Duration timeout;
    private final String userAgent;

    AnswerFetcher(Duration timeout, Optional<String> contact) {
        this.timeout = timeout;
        this.userAgent =
                "Milliwatt-irrigation" + contact.map(of -> " (" + of + ")").orElse("");
        this.client = HttpClient.newBuilder()
                .connectTimeout(timeout)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /**
     * What came.
     *
     * @param body empty where nothing is new
     * @param validUntil before which nothing new comes, as the service says
     */
    record Fetched(
            Optional<String> body,
            Optional<String> etag,
            Optional<String> lastModified,
            Optional<Instant> validUntil) {}

    Fetched fetch(URI uri, Optional<String> etag, Optional<String> lastModified) throws AnswerFault {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .timeout(timeout)
                .header("Accept", "application/json")
                .header("User-Agent", userAgent);
        etag.ifPresent(tag -> request.header("If-None-Match", tag));
        lastModified.ifPresent(date -> request.header("If-Modified-Since", date));
        HttpResponse<String> response = answer(request.build());
        int status = response.statusCode();
        if (status != OK && status != DEPRECATED && status != NOT_MODIFIED) {
            throw new AnswerFault(Reason.of(ReasonCode.FORECAST_REFUSED).with("status", status), retryAfter(response));
        }
        return new Fetched(
                status == NOT_MODIFIED ? Optional.empty() : Optional.of(response.body()),
                response.headers().firstValue("ETag").or(() -> status == NOT_MODIFIED ? etag : Optional.empty()),
                response.headers()
                        .firstValue("Last-Modified")
                        .or(() -> status == NOT_MODIFIED ? lastModified : Optional.empty()),
                response.headers().firstValue("Expires").flatMap(AnswerFetcher::date));
    }

    /** The request's own timeout ends with the headers; a body that drips is given up as well. */
    private HttpResponse<String> answer(HttpRequest request) throws AnswerFault {
        CompletableFuture<HttpResponse<String>> coming = client.sendAsync(
                request, BodyHandlers.limiting(BodyHandlers.ofString(StandardCharsets.UTF_8), LARGEST_BYTES));
        try {
            return coming.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            throw slow();
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof HttpTimeoutException) {
                throw slow();
            }
            if (failure.getCause() instanceof IOException io
                    && io.getMessage() != null
                    && io.getMessage().contains("exceeds capacity")) {
                throw AnswerCheck.unreadable("its size");
            }
            throw new AnswerFault(Reason.of(ReasonCode.FORECAST_UNREACHABLE));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AnswerFault(Reason.of(ReasonCode.FORECAST_UNREACHABLE));
        } finally {
            coming.cancel(true);
        }
    }

    private AnswerFault slow() {
        return new AnswerFault(Reason.of(ReasonCode.FORECAST_SLOW)
                .with("seconds", timeout.toMillis() / (double) TimeUnit.SECONDS.toMillis(1)));
    }

    private static Optional<Duration> retryAfter(HttpResponse<String> response) {
        return response.headers().firstValue("Retry-After").flatMap(value -> {
            try {
                return Optional.of(Duration.ofSeconds(Math.max(0, Long.parseLong(value.strip()))));
            } catch (NumberFormatException aDate) {
                return date(value)
                        .map(until -> Duration.between(Instant.now(), until))
                        .filter(Duration::isPositive);
            }
        });
    }

    private static Optional<Instant> date(String header) {
        try {
            return Optional.of(ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException damaged) {
            return Optional.empty();
        }
    }
}
