package io.milliwatt.vibration.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an open page is told. */
@QuarkusTest
@QuarkusTestResource(EmbeddedDatabase.class)
class LiveTest {

    @TestHTTPResource("/api/live")
    URI address;

    private final List<String> messages = new CopyOnWriteArrayList<>();

    @BeforeEach
    void awaitSchema() {
        Door.awaitReady();
    }

    @Test
    void anOpenPageSeesThePointTheMachineAndTheAlarm() {
        String session = Door.login("technician", "wrench");
        Door.putMachine(session, "fan-live", 300);
        WebSocket socket = open(Door.login("viewer", "glass"), "");
        // What was told before the page was greeted is not repeated to it.
        awaitMessage("\"type\":\"hello\"");
        awaitMessage("\"type\":\"status\"");
        TestNode node = new TestNode(300, 1);
        Door.send(node.features(Instant.now(), 1.5, 0));
        Door.send(node.innerRaceEvent(Instant.now(), true));
        awaitMessage("\"type\":\"point\",\"machineId\":\"fan-live\"");
        awaitMessage("\"type\":\"machine\",\"machine\":{\"id\":\"fan-live\"");
        awaitMessage("\"type\":\"alarm\"", "\"machineId\":\"fan-live\"", "active-unacknowledged");
        io.restassured.RestAssured.given()
                .cookie(Door.COOKIE, session)
                .get("/api/frames/300/1/" + node.lastSequence())
                .then()
                .statusCode(200)
                .body("pushedAt", org.hamcrest.Matchers.notNullValue());
        socket.abort();
    }

    @Test
    void withoutASessionOrFromAnotherSiteThereIsNoLiveConnection() {
        assertRefused(() -> open("no-session", ""), 401);
        assertRefused(() -> open(Door.login("viewer", "glass"), "https://elsewhere.example"), 403);
    }

    private static void assertRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable opening, int status) {
        assertThatThrownBy(opening)
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        WebSocketHandshakeException.class,
                        refused ->
                                assertThat(refused.getResponse().statusCode()).isEqualTo(status));
    }

    private WebSocket open(String session, String origin) {
        WebSocket.Builder builder = HttpClient.newHttpClient().newWebSocketBuilder();
        builder.header("Cookie", Door.COOKIE + "=" + session);
        if (!origin.isEmpty()) {
            builder.header("Origin", origin);
        }
        return builder.buildAsync(URI.create(address.toString().replaceFirst("^http", "ws")), new Collector())
                .join();
    }

    private void awaitMessage(String... parts) {
        await().atMost(Duration.ofSeconds(15))
                .until(() -> messages.stream().anyMatch(message -> {
                    for (String part : parts) {
                        if (!message.contains(part)) {
                            return false;
                        }
                    }
                    return true;
                }));
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
    }
}
