package io.milliwatt.gateway.adapter.http;

import io.micrometer.core.instrument.MeterRegistry;
import io.milliwatt.gateway.downlink.Downlink;
import io.milliwatt.gateway.reception.ReceivedFrame;
import io.milliwatt.gateway.reception.UrgentPath;
import io.milliwatt.telemetry.Acknowledgement;
import io.milliwatt.telemetry.Acknowledgement.Outcome;
import io.milliwatt.telemetry.Domain;
import io.milliwatt.telemetry.FrameIdentity;
import io.milliwatt.telemetry.transport.FrameHeaders;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Posts events to the domain's app. Three tries, the last one started 4 s after the event came in, so that the answer can
 * reach the node within its 10 s. An event that gets no 200 here is still on its way through Kafka.
 */
@Singleton
public class HttpUrgentPath implements UrgentPath {
    private static final int TRIES = 3;
    private static final Duration TIMEOUT = Duration.ofSeconds(2);
    private static final Duration PAUSE = Duration.ofMillis(700);
    /** Beyond so many at once an app is not helped by more; those events go through Kafka alone. */
    private static final int MAX_AT_ONCE = 256;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .build();
    private final Map<Domain, URI> doors = new EnumMap<>(Domain.class);
    private final Semaphore free = new Semaphore(MAX_AT_ONCE);
    private final Optional<String> token;
    private final Downlink downlink;
    private final MeterRegistry meters;

    HttpUrgentPath(
            @ConfigProperty(name = "milliwatt.vibration-url") Optional<URI> vibration,
            @ConfigProperty(name = "milliwatt.ecg-url") Optional<URI> ecg,
            @ConfigProperty(name = "milliwatt.irrigation-url") Optional<URI> irrigation,
            @ConfigProperty(name = "milliwatt.internal-token") Optional<String> token,
            Downlink downlink,
            MeterRegistry meters) {
        vibration.ifPresent(url -> doors.put(Domain.VIBRATION, url.resolve("/internal/frames")));
        ecg.ifPresent(url -> doors.put(Domain.ECG, url.resolve("/internal/frames")));
        irrigation.ifPresent(url -> doors.put(Domain.IRRIGATION, url.resolve("/internal/frames")));
        if (!doors.isEmpty() && token.isEmpty()) {
            throw new IllegalStateException("MILLIWATT_INTERNAL_TOKEN is not set, but an app's address is; "
                    + "set it to the token that the app's /internal/frames expects.");
        }
        this.token = token;
        this.downlink = downlink;
        this.meters = meters;
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // what it leads to is counted and sent from within
    public void deliver(ReceivedFrame event) {
        URI door = doors.get(event.node().domain());
        if (door == null || !free.tryAcquire()) {
            count(door == null ? "no-app" : "busy");
            return;
        }
        post(request(event, door), TRIES).thenAccept(stored -> {
            free.release();
            count(stored ? "stored" : "failed");
            if (stored) {
                FrameIdentity identity = event.frame().identity();
                downlink.send(
                        identity.node(), new Acknowledgement(identity.boot(), identity.sequence(), Outcome.STORED));
            }
        });
    }

    /** Whether the app has stored the event; never fails. */
    private CompletableFuture<Boolean> post(HttpRequest request, int triesLeft) {
        return client.sendAsync(request, BodyHandlers.discarding())
                .thenApply(response -> response.statusCode() == 200)
                .exceptionally(unreachable -> false)
                .thenCompose(stored -> stored || triesLeft <= 1
                        ? CompletableFuture.completedFuture(stored)
                        : afterPause().thenCompose(nothing -> post(request, triesLeft - 1)));
    }

    private static CompletableFuture<Void> afterPause() {
        Executor later = CompletableFuture.delayedExecutor(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        return CompletableFuture.runAsync(() -> {}, later);
    }

    private HttpRequest request(ReceivedFrame event, URI door) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(door)
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + token.orElseThrow())
                .header("Content-Type", "application/cbor")
                .POST(BodyPublishers.ofByteArray(event.bytes()));
        FrameHeaders.of(event.node().number(), event.node().domain(), event.receivedAt())
                .forEach(builder::header);
        return builder.build();
    }

    private void count(String outcome) {
        meters.counter("milliwatt.gateway.urgent", "outcome", outcome).increment();
    }
}
