package io.milliwatt.vibration.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milliwatt.testkit.Door;
import io.milliwatt.testkit.EmbeddedDatabase;
import io.milliwatt.testkit.OpenPage;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.WebSocketHandshakeException;
import java.time.Instant;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an open page is told. */
@QuarkusTest
@QuarkusTestResource(EmbeddedDatabase.class)
class LiveTest {

    @TestHTTPResource("/api/live")
    URI address;

    @BeforeEach
    void awaitSchema() {
        Door.awaitReady();
    }

    @Test
    void anOpenPageSeesThePointTheMachineAndTheAlarm() {
        String session = Door.session("technician", "wrench");
        TestMachine.put(session, "fan-live", 300);
        TestNode node = new TestNode(300, 1);
        try (OpenPage page = OpenPage.of(address, Door.session("viewer", "glass"))) {
            page.awaitMessage("\"type\":\"status\"");
            Door.send(node.features(Instant.now(), 1.5, 0));
            Door.send(node.innerRaceEvent(Instant.now(), true));
            page.awaitMessage("\"type\":\"point\",\"machineId\":\"fan-live\"");
            page.awaitMessage("\"type\":\"machine\",\"machine\":{\"id\":\"fan-live\"");
            page.awaitMessage("\"type\":\"alarm\"", "\"machineId\":\"fan-live\"", "active-unacknowledged");
        }
        Door.with(session)
                .get("/api/frames/300/1/" + node.lastSequence())
                .then()
                .statusCode(200)
                .body("pushedAt", org.hamcrest.Matchers.notNullValue());
    }

    @Test
    void withoutASessionOrFromAnotherSiteThereIsNoLiveConnection() {
        assertRefused(() -> OpenPage.of(address, "no-session"), 401);
        assertRefused(() -> OpenPage.from("https://elsewhere.example", address, Door.session("viewer", "glass")), 403);
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
}
