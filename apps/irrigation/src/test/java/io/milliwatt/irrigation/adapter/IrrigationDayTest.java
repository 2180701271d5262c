package io.milliwatt.irrigation.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.milliwatt.irrigation.adapter.db.FarmDirectory;
import io.milliwatt.irrigation.adapter.db.RecommendationTable;
import io.milliwatt.irrigation.adapter.db.RunTable;
import io.milliwatt.irrigation.adapter.desk.AdviceRound;
import io.milliwatt.irrigation.adapter.desk.PlanDesk;
import io.milliwatt.irrigation.adapter.desk.RunClock;
import io.milliwatt.irrigation.recommendation.Recommendation;
import io.milliwatt.irrigation.schedule.RunPlan;
import io.milliwatt.irrigation.site.Site;
import io.milliwatt.irrigation.zone.Zone;
import io.milliwatt.telemetry.ValveState;
import io.milliwatt.telemetry.command.IrrigationCommand.OpenValve;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From a dry zone to an open valve and back: recommendation, acceptance, command, report, end; and everything that must stop it. */
@QuarkusTest
@QuarkusTestResource(EmbeddedDatabase.class)
class IrrigationDayTest {

    @Inject
    AdviceRound round;

    @Inject
    RunClock clock;

    @Inject
    RunTable runs;

    @Inject
    FarmDirectory directory;

    @Inject
    PlanDesk plans;

    @Inject
    RecommendationTable recommendations;

    @Inject
    TestWeather weather;

    @Inject
    Sent outbox;

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
    void aDryZoneIsAdvisedAcceptedWateredAndTold() {
        farm.zone("still-1", 9008, planted.toString());
        TestNode node = dryZone("dry-1", 9001);
        int id = farm.get("/api/zones/dry-1/recommendation")
                .statusCode(200)
                .body("action", equalTo("irrigate"))
                .body("sentence", startsWith("Irrigate "))
                .body("reasons.code", hasItem("depletion-beyond-refill"))
                .body("netMillimetres", greaterThan(20f))
                .body("startAt", notNullValue())
                .extract()
                .path("id");
        farm.get("/api/overview").body("zones.find { it.id == 'dry-1' }.needsActionToday", equalTo(true));

        int run = farm.post("/api/recommendations/" + id + "/accept", "{}")
                .statusCode(200)
                .body("decision", equalTo("accepted"))
                .extract()
                .path("runIds[0]");
        farm.post("/api/recommendations/" + id + "/accept", "{}")
                .statusCode(409)
                .body("detail", containsString("accepted already"));

        Instant start = runs.find(run).orElseThrow().plannedStart();
        reportClosed(node);
        clock.pass(start.isAfter(Instant.now()) ? start.plusSeconds(1) : Instant.now());
        var sent = runs.find(run).orElseThrow();
        assertThat(sent.state().label()).isEqualTo("running");
        long command = sent.cycles().getFirst().commandSequence().orElseThrow();
        assertThat(outbox.to(9001, OpenValve.class)).hasSize(1);

        Door.send(node.valve(Instant.now(), true, ValveState.Cause.COMMAND, command, 5, 40));
        farm.get("/api/valves/dry-1-valve").body("state", equalTo("open"));
        farm.get("/api/runs/" + run).body("cycles[0].state", equalTo("running"));
        Door.send(node.valve(Instant.now(), false, ValveState.Cause.FINISHED, command, 1200, 9600));
        farm.get("/api/valves/dry-1-valve").body("state", equalTo("closed"));
        farm.get("/api/runs/" + run).body("cycles[0].state", equalTo("done")).body("meteredCubicMetres", equalTo(9.6f));
        farm.get("/api/water?from=" + planted + "&to="
                        + LocalDate.now(ZoneOffset.UTC).plusDays(1))
                .statusCode(200)
                .body("rows.find { it.id == 'dry-1' }.cubicMetres", equalTo(9.6f))
                .body("rows.find { it.id == 'dry-1' }.meteredShare", equalTo(1.0f))
                // 9.6 of 60 m³/h by a pump of 11 kW; of a zone without water nothing is told.
                .body("rows.find { it.id == 'dry-1' }.energyKilowattHours", equalTo(1.76f))
                .body("rows.find { it.id == 'still-1' }.energyKilowattHours", nullValue());
        farm.get("/api/audit?subject=zone:dry-1").body("action", hasItem("recommendation-accepted"));
    }

    @Test
    void whatFitsNoMoreIntoANightThatIsNearlyOverIsPlannedForTheNext() {
        dryZone("late-1", 9007);
        Zone zone = directory.farm().zone("late-1").orElseThrow();
        Site site = directory.farm().siteOf(zone);
        Recommendation advice =
                recommendations.newest(List.of("late-1")).get("late-1").advice();
        Instant morning = LocalDate.now(site.timeZone())
                .plusDays(1)
                .atTime(7, 59)
                .atZone(site.timeZone())
                .toInstant();
        RunPlan plan = plans.tonight(site, zone, advice, morning).of("late-1").orElseThrow();
        assertThat(Duration.between(morning, plan.start())).isEqualTo(Duration.ofMinutes(12 * 60 + 1));
        // The whole night before it, the water is given at once.
        assertThat(plans.tonight(site, zone, advice, morning.minus(Duration.ofHours(11)))
                        .of("late-1")
                        .orElseThrow()
                        .start())
                .isBefore(morning);
    }

    @Test
    void aRunByHandStopsWhenItIsCancelledAndAnEmergencyStopLetsNothingOpen() {
        farm.zone("hand-1", 9002, planted.toString());
        TestNode node = new TestNode(9002, 1);
        reportClosed(node);
        int run = farm.post("/api/runs", "{\"zoneId\": \"hand-1\", \"minutes\": 10}")
                .statusCode(200)
                .body("state", equalTo("planned"))
                .body("plannedSeconds", equalTo(600))
                .extract()
                .path("id");
        clock.pass(Instant.now().plusSeconds(1));
        long command = runs.find(run)
                .orElseThrow()
                .cycles()
                .getFirst()
                .commandSequence()
                .orElseThrow();
        Door.send(node.valve(Instant.now(), true, ValveState.Cause.COMMAND, command, 1, 0));

        farm.post("/api/emergency-stop", "{\"reason\": \"pipe burst\"}").statusCode(200);
        farm.get("/api/runs/" + run).body("state", equalTo("stopped")).body("endCause", equalTo("emergency-stop"));
        Door.send(node.valve(Instant.now(), false, ValveState.Cause.EMERGENCY_STOP, command, 20, 0));
        farm.post("/api/runs", "{\"zoneId\": \"hand-1\", \"minutes\": 10}")
                .statusCode(422)
                .body("code", equalTo("run.refused"))
                .body("detail", containsString("emergency stop"))
                .body("reason.code", equalTo("emergency-stop"))
                .body("reason.texts.why", equalTo("pipe burst"));
        Door.with(Door.session("viewer", "glass"))
                .contentType("application/json")
                .body("{\"reason\": \"all well\"}")
                .post("/api/emergency-stop/release")
                .then()
                .statusCode(403);
        farm.post("/api/emergency-stop/release", "{\"reason\": \"mended\"}").statusCode(204);

        int second = farm.post("/api/runs", "{\"zoneId\": \"hand-1\", \"minutes\": 10}")
                .statusCode(200)
                .extract()
                .path("id");
        farm.post("/api/runs/" + second + "/cancel", "{\"reason\": \"rain\"}")
                .statusCode(200)
                .body("state", equalTo("cancelled"));
    }

    @Test
    void nothingOpensOnReadingsThatBecameDoubtfulAfterTheAcceptance() {
        TestNode node = dryZone("doubt-1", 9003);
        int id = farm.get("/api/zones/doubt-1/recommendation").extract().path("id");
        int run = farm.post("/api/recommendations/" + id + "/accept", "{}")
                .statusCode(200)
                .extract()
                .path("runIds[0]");
        reportClosed(node);
        Door.send(node.reading(Instant.now(), 1200));
        Instant start = runs.find(run).orElseThrow().plannedStart();
        clock.pass(start.isAfter(Instant.now()) ? start.plusSeconds(1) : Instant.now());
        farm.get("/api/runs/" + run)
                .body("state", equalTo("failed"))
                .body("endCause", equalTo("interlock"))
                .body("reason.code", equalTo("data-flagged"));
    }

    @Test
    void aValveThatGaveNoWaterOpensAgainOnlyAfterSomebodyLookedAfterIt() {
        farm.zone("dry-tap", 9004, planted.toString());
        TestNode node = new TestNode(9004, 1);
        reportClosed(node);
        String lookedAfter = "/api/valves/dry-tap-valve/looked-after";
        farm.post(lookedAfter, "{\"reason\": \"tap opened\"}")
                .statusCode(409)
                .body("code", equalTo("valve.not-blocked"));
        Door.send(node.blocked(Instant.now()));
        reportClosed(node);
        farm.get("/api/valves/dry-tap-valve").body("interlocks.code", hasItem("blocked"));
        farm.get("/api/alarms?source=valve:dry-tap-valve").body("state", hasItem("active-unacknowledged"));
        farm.post("/api/runs", "{\"zoneId\": \"dry-tap\", \"minutes\": 10}")
                .statusCode(422)
                .body("reason.code", equalTo("blocked"));
        Door.with(Door.session("viewer", "glass"))
                .contentType("application/json")
                .body("{\"reason\": \"tap opened\"}")
                .post(lookedAfter)
                .then()
                .statusCode(403);
        farm.post(lookedAfter, "{\"reason\": \" \"}").statusCode(400);
        farm.post(lookedAfter, "{\"reason\": \"tap opened\"}")
                .statusCode(200)
                .body("interlocks.code", not(hasItem("blocked")));
        farm.get("/api/alarms?source=valve:dry-tap-valve&state=all")
                .body("[0].state", equalTo("returned-unacknowledged"));
        farm.post("/api/runs", "{\"zoneId\": \"dry-tap\", \"minutes\": 10}").statusCode(200);
    }

    /** Planted 80 days ago, never watered, with a probe that reads near the wilting point. */
    private TestNode dryZone(String id, long number) {
        farm.zone(id, number, planted.toString());
        TestNode node = new TestNode(number, 1);
        Instant now = Instant.now();
        for (int quarter = 8; quarter >= 0; quarter--) {
            Door.send(node.reading(now.minusSeconds(quarter * 20L), 175));
        }
        reportClosed(node);
        round.all();
        return node;
    }

    private static void reportClosed(TestNode node) {
        Door.send(node.valve(Instant.now(), false, ValveState.Cause.REBOOT, 0, 0, 0));
    }
}
