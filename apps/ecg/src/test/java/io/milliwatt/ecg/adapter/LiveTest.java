package io.milliwatt.ecg.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.milliwatt.ecg.event.EventClass;
import io.milliwatt.telemetry.BeatClass;
import io.milliwatt.testkit.Door;
import io.milliwatt.testkit.OpenPage;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an open page is told: alarms of everybody, signal of those that it watches. */
@QuarkusTest
@QuarkusTestResource(WardDatabase.class)
class LiveTest {

    @TestHTTPResource("/api/live")
    URI address;

    @BeforeEach
    void awaitSchema() {
        Ward.awaitReady();
    }

    @Test
    void aPageHearsAlarmsOfAllAndTheSignalOfThoseItWatches() {
        String watched = Ward.admit("L-1", 401);
        String other = Ward.admit("L-2", 402);
        String third = Ward.admit("L-3", 403);
        OpenPage page = OpenPage.of(address, Door.session("viewer", "glass"));
        page.say("{\"type\":\"watch\",\"patients\":{\"" + watched + "\":\"samples\",\"" + third + "\":\"envelope\"}}");
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
            return page.heard("\"type\":\"wave\"", watched) && page.heard("\"type\":\"envelope\"", third);
        });
        Door.send(node.vitals(start, 71, 0));
        Door.send(node.beats(start, 2, BeatClass.SUPRAVENTRICULAR));
        Door.send(unseen.event(start, EventClass.VENTRICULAR_RUN, true));
        page.awaitMessage("\"type\":\"numerics\",\"patientId\":\"" + watched, "\"heartRate\":71.0");
        page.awaitMessage("\"type\":\"beats\",\"patientId\":\"" + watched, "\"class\":\"S\"");
        page.awaitMessage("\"type\":\"alarm\"", other, "ventricular-run");
        page.awaitMessage("\"type\":\"event\"", other, "ventricular-run");
        page.awaitMessage("\"type\":\"patient\"", other, "\"sound\":\"medium\"");
        assertThat(page.heard("\"type\":\"wave\"", other)).isFalse();
        assertThat(page.messages().stream()
                        .filter(message -> message.contains("\"type\":\"envelope\""))
                        .findFirst()
                        .orElseThrow())
                .contains("\"stepMillis\":10.0");
        Ward.nurse().post("/api/patients/" + other + "/discharge").then().statusCode(200);
        page.awaitMessage("\"type\":\"gone\"", other);
        page.close();
    }

    @Test
    void aMessageThatIsNotUnderstoodEndsTheConnection() {
        OpenPage page = OpenPage.of(address, Door.session("viewer", "glass"));
        page.say("{\"type\":\"watch\",\"patients\":{\"everybody\":\"samples\"}}");
        assertThat(page.awaitEnd()).isEqualTo(1007);
    }
}
