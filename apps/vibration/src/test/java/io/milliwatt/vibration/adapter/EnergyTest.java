package io.milliwatt.vibration.adapter;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import io.milliwatt.telemetry.Ledger;
import io.milliwatt.testkit.Door;
import io.milliwatt.testkit.EmbeddedDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From a node's own count of its work to the estimate on its machine's page. */
@QuarkusTest
@QuarkusTestResource(EmbeddedDatabase.class)
class EnergyTest {

    @BeforeEach
    void awaitSchema() {
        Door.awaitReady();
    }

    /** So many bursts of four windows every ten minutes. */
    private static Ledger bursts(long bursts) {
        return new Ledger(List.of(
                bursts * 48_000,
                bursts * 4,
                bursts * 3,
                bursts * 2,
                bursts * 2,
                bursts * 204,
                0L,
                bursts * 4000,
                bursts * 596_000,
                0L,
                0L,
                4L,
                600L));
    }

    private static ValidatableResponse energy(String session, String machine) {
        return Door.with(session).get("/api/machines/" + machine + "/energy").then();
    }

    @Test
    void aNodeThatTellsNoLedgerIsEstimatedAsSamplingContinuously() {
        String session = Door.session("technician", "wrench");
        TestMachine.put(session, "pump-1", 601);
        energy(session, "pump-1")
                .statusCode(200)
                .body("counted", equalTo(false))
                .body("schedule", equalTo("continuous sampling"))
                .body("basis", containsString("does not tell"))
                .body("plan", startsWith("One burst every 10 min: "))
                .body("parts", hasSize(5))
                .body("constants", hasSize(14))
                .body("constants.find { it.unit == 'nJ per cycle' }.source", containsString("MLPerf Tiny"));
    }

    @Test
    void theLedgersOfAllBootsAreSummedAndTheNewestOfEachCounts() {
        String session = Door.session("technician", "wrench");
        TestMachine.put(session, "pump-2", 602);
        Instant start = Instant.now().minusSeconds(60);
        TestNode first = new TestNode(602, 1);
        Door.send(first.status(start, bursts(1)));
        Door.send(first.status(start.plusSeconds(2), bursts(6)));
        Door.send(first.status(start.plusSeconds(1), bursts(3)));
        energy(session, "pump-2").body("basis", containsString("over 1.0 hours"));
        Door.send(new TestNode(602, 2).status(start.plusSeconds(3), bursts(12)));
        energy(session, "pump-2")
                .statusCode(200)
                .body("counted", equalTo(true))
                .body("basis", equalTo("the node's own count of its work, over 3.0 hours"))
                .body("schedule", equalTo("4 windows every 10 min"));
    }

    @Test
    void aFreshNodeIsEstimatedFromItsScheduleUntilItHasCountedEnough() {
        String session = Door.session("technician", "wrench");
        TestMachine.put(session, "pump-3", 603);
        Ledger fresh = new Ledger(List.of(48_000L, 4L, 0L, 2L, 2L, 204L, 0L, 4000L, 0L, 0L, 0L, 4L, 600L));
        Door.send(new TestNode(603, 1).status(Instant.now(), fresh));
        energy(session, "pump-3")
                .statusCode(200)
                .body("counted", equalTo(false))
                .body("basis", containsString("not yet counted ten minutes"))
                .body("schedule", equalTo("4 windows every 10 min"));
    }

    @Test
    void aMachineWithoutANodeHasNoEnergyAndNobodyElseMayAsk() {
        given().get("/api/machines/pump-1/energy").then().statusCode(401);
        energy(Door.session("viewer", "glass"), "no-such-machine").statusCode(404);
    }
}
