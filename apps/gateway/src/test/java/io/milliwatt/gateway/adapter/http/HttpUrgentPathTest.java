package io.milliwatt.gateway.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.milliwatt.gateway.node.NodeExamples;
import io.milliwatt.gateway.reception.ReceivedFrame;
import io.milliwatt.telemetry.Acknowledgement;
import io.milliwatt.telemetry.Event;
import io.milliwatt.telemetry.Event.Urgency;
import io.milliwatt.telemetry.Frame;
import io.milliwatt.telemetry.FrameBody;
import io.milliwatt.telemetry.FrameIdentity;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a small HTTP server in the app's place. */
class HttpUrgentPathTest {
    @SuppressWarnings("ArrayRecordComponent") // never compared as a whole
    private record Call(String token, String node, byte[] body) {}

    private final Queue<Call> calls = new ConcurrentLinkedQueue<>();
    private final Queue<Integer> answers = new ConcurrentLinkedQueue<>();
    private final Queue<Map.Entry<Long, FrameBody>> sent = new ConcurrentLinkedQueue<>();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private HttpServer app;

    @BeforeEach
    void startApp() throws IOException {
        app = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        app.createContext("/internal/frames", this::answer);
        app.start();
    }

    @AfterEach
    void stopApp() {
        app.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        calls.add(new Call(
                exchange.getRequestHeaders().getFirst("Authorization"),
                exchange.getRequestHeaders().getFirst("mw-node"),
                exchange.getRequestBody().readAllBytes()));
        exchange.sendResponseHeaders(Optional.ofNullable(answers.poll()).orElse(200), -1);
        exchange.close();
    }

    @Test
    void anEventThatTheAppHasStoredIsAcknowledgedToTheNode() {
        path(Optional.of(address())).deliver(event());
        await().until(() -> !sent.isEmpty());
        assertThat(sent).containsExactly(Map.entry(7L, new Acknowledgement(3, 17, Acknowledgement.Outcome.STORED)));
        Call call = calls.element();
        assertThat(call.token()).isEqualTo("Bearer the-internal-token");
        assertThat(call.node()).isEqualTo("7");
        assertThat(call.body()).isEqualTo(event().bytes());
    }

    @Test
    void anAppThatIsRestartingIsAskedAgain() {
        answers.addAll(List.of(503, 503));
        path(Optional.of(address())).deliver(event());
        await().atMost(Duration.ofSeconds(5)).until(() -> !sent.isEmpty());
        assertThat(calls).hasSize(3);
    }

    @Test
    void withoutASuccessNothingIsAcknowledged() {
        answers.addAll(List.of(500, 401, 202, 200));
        path(Optional.of(address())).deliver(event());
        await().atMost(Duration.ofSeconds(5)).until(() -> count("failed") == 1);
        assertThat(calls).hasSize(3);
        assertThat(sent).isEmpty();
    }

    @Test
    void anAppThatIsAwayIsNoError() {
        URI nobody = URI.create("http://127.0.0.1:9");
        path(Optional.of(nobody)).deliver(event());
        await().atMost(Duration.ofSeconds(10)).until(() -> count("failed") == 1);
        assertThat(sent).isEmpty();
    }

    @Test
    void withoutAnAddressEventsGoThroughKafkaAlone() {
        path(Optional.empty()).deliver(event());
        assertThat(count("no-app")).isEqualTo(1);
    }

    @Test
    void anAddressWithoutATokenIsRefusedAtStart() {
        assertThatIllegalStateException()
                .isThrownBy(() -> new HttpUrgentPath(
                        Optional.of(address()),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        (node, body) -> {},
                        meters))
                .withMessageContaining("MILLIWATT_INTERNAL_TOKEN");
    }

    private HttpUrgentPath path(Optional<URI> vibration) {
        return new HttpUrgentPath(
                vibration,
                Optional.empty(),
                Optional.empty(),
                Optional.of("the-internal-token"),
                (node, body) -> sent.add(Map.entry(node, body)),
                meters);
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + app.getAddress().getPort());
    }

    private double count(String outcome) {
        return meters.counter("milliwatt.gateway.urgent", "outcome", outcome).count();
    }

    private static ReceivedFrame event() {
        Event onset = new Event(3, 200, Urgency.HIGH, true, List.of());
        Frame frame = Frame.of(new FrameIdentity(7, 3, 17), Instant.EPOCH, onset);
        return new ReceivedFrame(frame, NodeExamples.node(7), new byte[] {1, 2, 3}, Instant.EPOCH);
    }
}
