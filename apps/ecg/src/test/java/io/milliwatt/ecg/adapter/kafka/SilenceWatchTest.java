package io.milliwatt.ecg.adapter.kafka;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;

import io.milliwatt.ecg.adapter.TestNode;
import io.milliwatt.ecg.adapter.Ward;
import io.milliwatt.ecg.adapter.WardDatabase;
import io.milliwatt.testkit.Door;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A patient from whose node nothing comes is noticed, and no longer once something does. */
@QuarkusTest
@QuarkusTestResource(WardDatabase.class)
class SilenceWatchTest {

    @Inject
    SilenceWatch watch;

    @Test
    void silenceRaisesATechnicalAlarmThatGoesWhenTheNodeIsHeardAgain() {
        Ward.awaitReady();
        String patient = Ward.admit("Q-1", 601);
        TestNode node = new TestNode(601, 1);
        Door.send(node.vitals(Instant.now(), 70, 0));
        Instant heard = Instant.now();
        watch.look(heard.plusSeconds(5));
        Ward.viewer().get("/api/alarms?patient=" + patient).then().body("", empty());
        watch.look(heard.plusSeconds(12));
        Ward.viewer()
                .get("/api/alarms?patient=" + patient)
                .then()
                .body("eventClass", contains(30))
                .body("priority", contains("medium"))
                .body("technical", contains(true));
        Door.post(node.vitals(heard.plusSeconds(14), 70, 0), heard.plusSeconds(14))
                .statusCode(200);
        watch.look(heard.plusSeconds(16));
        Ward.viewer().get("/api/alarms?patient=" + patient).then().body("", empty());
    }
}
