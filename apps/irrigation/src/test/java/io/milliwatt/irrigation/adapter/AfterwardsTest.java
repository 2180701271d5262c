package io.milliwatt.irrigation.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import io.milliwatt.irrigation.adapter.db.FarmDirectory;
import io.milliwatt.irrigation.adapter.db.RunTable;
import io.milliwatt.irrigation.adapter.desk.AdviceRound;
import io.milliwatt.irrigation.adapter.desk.OutcomeRound;
import io.milliwatt.irrigation.adapter.desk.RunClock;
import io.milliwatt.irrigation.adapter.desk.SafetyDesk;
import io.milliwatt.irrigation.adapter.desk.SilenceWatch;
import io.milliwatt.irrigation.probe.ReadingFlag;
import io.milliwatt.irrigation.safety.Grounds;
import io.milliwatt.irrigation.safety.SafetyEvent;
import io.milliwatt.irrigation.safety.ValveWatch;
import io.milliwatt.telemetry.ValveState;
import io.milliwatt.testkit.Door;
import io.milliwatt.testkit.EmbeddedDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalLong;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What comes after: the outcome of a watering, and a probe that has gone silent. */
@QuarkusTest
@QuarkusTestResource(EmbeddedDatabase.class)
class AfterwardsTest {

    @Inject
    AdviceRound round;

    @Inject
    OutcomeRound outcomes;

    @Inject
    SilenceWatch silence;

    @Inject
    RunClock clock;

    @Inject
    RunTable runs;

    @Inject
    FarmDirectory directory;

    @Inject
    TestWeather weather;

    @Inject
    SafetyDesk safety;

    @Inject
    Jdbi jdbi;

    private TestFarm farm;
    private LocalDate planted;

    @BeforeEach
    void setUp() {
        farm = TestFarm.setUp();
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        planted = today.minusDays(80);
        weather.season(planted.minusDays(20), today.minusDays(1));
    }

    @Test
    void whatBecameOfAWateringIsToldHalfADayLater() {
        farm.zone("after-1", 9401, planted.toString());
        TestNode node = new TestNode(9401, 1);
        Door.send(node.valve(Instant.now(), false, ValveState.Cause.REBOOT, 0, 0, 0));
        round.zone(directory.farm().zone("after-1").orElseThrow());
        int id = farm.get("/api/zones/after-1/recommendation")
                .statusCode(200)
                .body("action", equalTo("irrigate"))
                .extract()
                .path("id");
        int run = farm.post("/api/recommendations/" + id + "/accept", "{}")
                .statusCode(200)
                .extract()
                .path("runIds[0]");
        Instant start = runs.find(run).orElseThrow().plannedStart();
        clock.pass(start.isAfter(Instant.now()) ? start.plusSeconds(1) : Instant.now());
        long command = runs.find(run)
                .orElseThrow()
                .cycles()
                .getFirst()
                .commandSequence()
                .orElseThrow();
        Door.send(node.valve(Instant.now(), true, ValveState.Cause.COMMAND, command, 5, 40));
        farm.post("/api/runs/" + run + "/cancel", "{\"reason\": \"enough\"}").statusCode(200);
        Door.send(node.valve(Instant.now(), false, ValveState.Cause.COMMAND, command, 3600, 30_000));

        Instant ended = runs.find(run).orElseThrow().endedAt().orElseThrow();
        outcomes.pass(ended.plusSeconds(3600));
        farm.get("/api/zones/after-1/recommendation").body("outcome", equalTo(null));
        outcomes.pass(ended.plusSeconds(13 * 3600));
        farm.get("/api/recommendations?zone=after-1&state=all")
                .statusCode(200)
                .body("find { it.id == " + id + " }.outcome.reasons.code", hasItems("applied", "not-judged"));
    }

    @Test
    void whatOpenedByItselfIsClosedWhenItsProbeBecomesDoubtful() {
        farm.zone("doubt-1", 9403, planted.toString());
        TestNode node = new TestNode(9403, 1);
        Door.send(node.valve(Instant.now(), false, ValveState.Cause.REBOOT, 0, 0, 0));
        Instant now = Instant.now();
        jdbi.useTransaction(handle -> safety.tell(
                handle,
                TestFarm.SITE,
                List.of(new SafetyEvent.OpenWanted(
                        now,
                        "doubt-1-valve",
                        "0/0",
                        Duration.ofMinutes(30),
                        new Grounds.Automatic(now, false),
                        List.of()))));
        assertThat(safety.state(TestFarm.SITE).valve("doubt-1-valve", now).phase())
                .isEqualTo(ValveWatch.Phase.OPENING);
        Door.send(node.reading(Instant.now(), 210, 0, OptionalLong.empty()));
        assertThat(safety.state(TestFarm.SITE).valve("doubt-1-valve", now).phase())
                .isEqualTo(ValveWatch.Phase.OPENING);
        Door.send(node.reading(Instant.now().plusMillis(5), 210, ReadingFlag.STUCK.bit(), OptionalLong.empty()));
        assertThat(safety.state(TestFarm.SITE).valve("doubt-1-valve", now).phase())
                .isEqualTo(ValveWatch.Phase.CLOSING);
    }

    @Test
    void aProbeThatIsSilentForMoreThanADayIsAnAlarmUntilItSpeaks() {
        farm.zone("silent-1", 9402, planted.toString());
        silence.look(Instant.now());
        farm.get("/api/alarms?source=probe:silent-1-probe&state=open")
                .statusCode(200)
                .body("rule", hasItem("no-data"));
        farm.get("/api/probes/silent-1-probe")
                .statusCode(200)
                .body("health", equalTo("silent"))
                .body("readingsLast24h", equalTo(0))
                .body("moves[0].depthsMillimetres", equalTo(List.of(100, 300, 600)));
        farm.get("/api/probes/silent-1-probe/battery").statusCode(200).body("t", hasSize(0));
    }
}
