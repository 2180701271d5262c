package io.milliwatt.irrigation.adapter;

import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.milliwatt.testkit.Door;
import io.milliwatt.testkit.EmbeddedDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.OptionalLong;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What cannot be is flagged with a reason, left out of decisions, and kept. */
@QuarkusTest
@QuarkusTestResource(EmbeddedDatabase.class)
class WrongInputTest {

    private static final String PLANTED = "2026-04-20";

    @Inject
    Jdbi jdbi;

    private TestFarm farm;

    @BeforeEach
    void setUp() {
        farm = TestFarm.setUp();
    }

    @Test
    void waterBelowNothingAndAboveAllIsExcludedAndKept() {
        farm.zone("wrong-1", 9201, PLANTED);
        TestNode node = new TestNode(9201, 1);
        Instant now = Instant.now();
        Door.send(node.reading(now.minusSeconds(30), -40));
        Door.send(node.reading(now.minusSeconds(20), 1340));
        Door.send(node.reading(now.minusSeconds(10), 240));
        farm.get("/api/probes/wrong-1-probe/excluded")
                .statusCode(200)
                .body("", hasSize(6))
                .body("reason.code.unique()", containsInAnyOrder("water-content-negative", "water-content-over-one"));
        farm.get("/api/zones/wrong-1/depths?from=" + now.minusSeconds(60).toEpochMilli())
                .body("find { it.depthMillimetres == 100 }.waterContent", equalTo(java.util.List.of(0.24f)))
                .body("find { it.depthMillimetres == 100 }.excluded.waterContent", hasItem(-0.04f));
    }

    @Test
    void aRepeatedUploadCountsOnce() {
        farm.zone("wrong-2", 9202, PLANTED);
        TestNode node = new TestNode(9202, 1);
        byte[] frame = node.reading(Instant.now(), 240);
        Door.send(frame);
        Door.send(frame);
        farm.get("/api/zones/wrong-2/depths").body("find { it.depthMillimetres == 100 }.t", hasSize(1));
    }

    @Test
    void aMovedProbeTakesPartInNothingUntilItIsSetUpAnewAndOldReadingsKeepTheirDepth() {
        farm.zone("wrong-3", 9203, PLANTED);
        TestNode node = new TestNode(9203, 1);
        Instant now = Instant.now();
        Door.send(node.reading(now.minusSeconds(20), 240));
        Door.send(node.movedReading(now.minusSeconds(10), 260));
        farm.get("/api/alarms?source=probe:wrong-3-probe").body("rule", hasItem("probe-moved"));
        farm.get("/api/probes/wrong-3-probe/excluded").body("reason.code", hasItem("probe-moved"));
        farm.put("/api/probes/wrong-3-probe", """
                {"zoneId": "wrong-3", "name": "Moved", "nodeId": 9203, "depthsMillimetres": [200, 300, 600],
                 "installedAt": "%s"}""".formatted(now)).statusCode(200);
        Door.send(node.movedReading(now, 261));
        farm.get("/api/zones/wrong-3/depths")
                .body("depthMillimetres", containsInAnyOrder(100, 200, 300, 600))
                .body("find { it.depthMillimetres == 100 }.waterContent", hasSize(1))
                .body("find { it.depthMillimetres == 200 }.waterContent", hasSize(1));
    }

    @Test
    void rainIsWhatACounterGainedAndARestartBeginsAtZero() {
        farm.zone("wrong-4", 9204, PLANTED);
        Instant now = Instant.now();
        TestNode first = new TestNode(9204, 1);
        Door.send(first.reading(now.minusSeconds(40), 240, 0, OptionalLong.of(105)));
        Door.send(first.reading(now.minusSeconds(30), 240, 0, OptionalLong.of(125)));
        TestNode second = new TestNode(9204, 2);
        Door.send(second.reading(now.minusSeconds(20), 240, 0, OptionalLong.of(4)));
        double rain = jdbi.withHandle(
                handle -> handle.createQuery("SELECT sum(millimetres) FROM rain_interval WHERE gauge = 'node:9204'")
                        .mapTo(Double.class)
                        .one());
        org.assertj.core.api.Assertions.assertThat(rain).isCloseTo(2.4, org.assertj.core.data.Offset.offset(1e-9));
    }

    @Test
    void aZoneWithoutASoilIsShownAndNothingIsDecidedForIt() {
        farm.put("/api/zones/wrong-5/settings", """
                {"fieldId": "north", "name": "Bare", "system": "drip", "flowCubicMetresPerHour": 30}""").statusCode(200);
        farm.post("/api/zones/wrong-5/recommendation/refresh", "")
                .statusCode(200)
                .body("action", equalTo("blocked"))
                .body("reasons.code", hasItem("no-soil"));
        farm.get("/api/zones").body("find { it.id == 'wrong-5' }.status", equalTo("no-soil"));
        farm.get("/api/zones/wrong-5/root-zone").statusCode(409);
    }

    @Test
    void theAuditTrailRefusesToChangeOrToLoseALine() {
        farm.zone("wrong-6", 9206, PLANTED);
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> jdbi.useHandle(handle -> handle.execute("DELETE FROM audit_entry")))
                .hasMessageContaining("only ever added");
    }
}
