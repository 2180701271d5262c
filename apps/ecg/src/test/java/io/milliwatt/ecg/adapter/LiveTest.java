package io.milliwatt.ecg.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.milliwatt.ecg.event.EventClass;
import io.milliwatt.telemetry.BeatClass;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an open page is told: alarms of everybody, signal of those that it watches. */
@QuarkusTest
@QuarkusTestResource(EmbeddedDatabase.class)
class LiveTest {

    @TestHTTPResource("/api/live")
    URI address;

    private final List<String> messages = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();

    @BeforeEach
    void awaitSchema() {
        Door.awaitReady();
    }

    @Test
    void aPageHearsAlarmsOfAllAndTheSignalOfThoseItWatches() {
        String watched = Door.admit("L-1", 401);
        String other = Door.admit("L-2", 402);
        String third = Door.admit("L-3", 403);
        WebSocket socket = open();
        awaitMessage("\"type\":\"hello\"");
        socket.sendText(
                        "{\"type\":\"watch\",\"patients\":{\"" + watched + "\":\"samples\",\"" + third
                                + "\":\"envelope\"}}",
                        true)
                .join();
        Instant start = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        TestNode node = new TestNode(401, 1);
        TestNode unseen = new TestNode(402, 1);
        TestNode coarse = new TestNode(403, 1);
        // The watch is taken up by another thread: send until it is.
        long[] index = {0};
        await().atMost(Duration.ofSeconds(15)).until(() -> {
            Door.send(node.block(start.plusSeconds(index[0]), index[0], 0));
            Door.send(unseen.block(start.plusSeconds(index[0]), index[0], 0));
            Door.send(coarse.block(start.plusSeconds(index[0]), index[0], 0));
            index[0]++;
            return heard("\"type\":\"wave\"", watched) && heard("\"type\":\"envelope\"", third);
        });
        Door.send(node.vitals(start, 71, 0));
        Door.send(node.beats(start, 2, BeatClass.SUPRAVENTRICULAR));
        Door.send(unseen.event(start, EventClass.VENTRICULAR_RUN, true));
        awaitMessage("\"type\":\"numerics\",\"patientId\":\"" + watched, "\"heartRate\":71.0");
        awaitMessage("\"type\":\"beats\",\"patientId\":\"" + watched, "\"class\":\"S\"");
        awaitMessage("\"type\":\"alarm\"", other, "ventricular-run");
        awaitMessage("\"type\":\"event\"", other, "ventricular-run");
        awaitMessage("\"type\":\"patient\"", other, "\"sound\":\"medium\"");
        assertThat(heard("\"type\":\"wave\"", other)).isFalse();
        assertThat(messages.stream()
                        .filter(message -> message.contains("\"type\":\"envelope\""))
                        .findFirst()
                        .orElseThrow())
                .contains("\"stepMillis\":10.0");
        Door.nurse().post("/api/patients/" + other + "/discharge").then().statusCode(200);
        awaitMessage("\"type\":\"gone\"", other);
        socket.abort();
    }

    @Test
    void aMessageThatIsNotUnderstoodEndsTheConnection() {
        WebSocket socket = open();
        awaitMessage("\"type\":\"hello\"");
        socket.sendText("{\"type\":\"watch\",\"patients\":{\"everybody\":\"samples\"}}", true)
                .join();
        await().atMost(Duration.ofSeconds(15)).until(closed::isDone);
        assertThat(closed.join()).isEqualTo(1007);
    }

    private WebSocket open() {
        WebSocket.Builder builder = HttpClient.newHttpClient().newWebSocketBuilder();
        builder.header("Cookie", Door.COOKIE + "=" + Door.session("viewer", "glass"));
        return builder.buildAsync(URI.create(address.toString().replaceFirst("^http", "ws")), new Collector())
                .join();
    }

    private boolean heard(String... parts) {
        return messages.stream().anyMatch(message -> List.of(parts).stream().allMatch(message::contains));
    }

    private void awaitMessage(String... parts) {
        await().atMost(Duration.ofSeconds(15)).until(() -> heard(parts));
    }

    private final class Collector implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                messages.add(text.toString());
                text.setLength(0);
            }
            socket.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
            closed.complete(status);
            return null;
        }
    }
}
