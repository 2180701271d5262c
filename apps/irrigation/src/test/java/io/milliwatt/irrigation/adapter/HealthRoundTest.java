package io.milliwatt.irrigation.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.milliwatt.irrigation.adapter.db.FarmDirectory;
import io.milliwatt.irrigation.adapter.db.SoilReadingTable;
import io.milliwatt.irrigation.adapter.db.SoilRow;
import io.milliwatt.irrigation.adapter.desk.AccountDesk;
import io.milliwatt.irrigation.adapter.desk.HealthRound;
import io.milliwatt.irrigation.probe.ProbeDigest;
import io.milliwatt.irrigation.probe.ReadingFlag;
import io.milliwatt.testkit.Door;
import io.milliwatt.testkit.EmbeddedDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The look over the fleet: what months of a probe show is stored, calls a person, and is left out of decisions; all others are left alone. */
@QuarkusTest
@QuarkusTestResource(EmbeddedDatabase.class)
class HealthRoundTest {

    private static final int DAYS = 120;

    @Inject
    HealthRound round;

    @Inject
    SoilReadingTable readings;

    @Inject
    AccountDesk accounts;

    @Inject
    FarmDirectory directory;

    @Inject
    TestWeather weather;

    @Inject
    Jdbi jdbi;

    private TestFarm farm;
    private LocalDate today;
    private Instant now;

    @BeforeEach
    void setUp() {
        farm = TestFarm.setUp();
        today = LocalDate.now(ZoneOffset.UTC);
        weather.season(today.minusDays(DAYS + 1L), today.minusDays(1));
        now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    }

    /** Dries and is wetted every nine days, the deeper the less. */
    private static double soil(double day, int depth) {
        double[] swing = {0.08, 0.05, 0.03};
        return 0.20 + 0.02 * depth + swing[depth] * Math.exp(-(day % 9) / (3.0 + 2 * depth));
    }

    @Test
    void aDriftIsFoundInTheMonthsStoredToldAndLeftOutOfDecisions() {
        farm.zone("drift-1", 9601, today.minusDays(60).toString());
        told(9601, 1, day -> soil(day, 1) + 0.02 / 30 * Math.max(0, day - 40));
        look();
        farm.get("/api/probes/drift-1-probe")
                .body("judgedAt", notNullValue())
                .body("verdict", equalTo("drifting"))
                .body("health", equalTo("watch"))
                .body("perDepth[0].verdict", equalTo("ok"))
                .body("perDepth[1].verdict", equalTo("drifting"))
                .body("reasons.code", hasItems("sensor-drifting", "sensor-not-used"));
        farm.get("/api/probes").body("find { it.id == 'drift-1-probe' }.verdict", equalTo("drifting"));
        farm.get("/api/alarms?state=open&source=probe:drift-1-probe")
                .body("rule", equalTo(List.of("sensor-fault")))
                .body("[0].reasons[0].code", equalTo("sensor-drifting"))
                .body("[0].reasons[0].numbers.depthCentimetres", equalTo(30.0f));
        ProbeDigest digest =
                accounts.digest(directory.farm().probe("drift-1-probe").orElseThrow(), now.plusSeconds(1));
        assertThat(digest.sensors()).extracting(mean -> mean.depthMetres()).containsExactly(0.1, 0.6);
        assertThat(digest.excludedFor()).containsExactly(ReadingFlag.DRIFT);

        // A sound reading does not end what the months say.
        Door.send(new TestNode(9601, 7).reading(Instant.now(), 240));
        farm.get("/api/alarms?state=open&source=probe:drift-1-probe")
                .body("[0].state", equalTo("active-unacknowledged"));
    }

    @Test
    void aStuckSensorIsFlatAHealthyProbeIsLeftAloneAndASetUpProbeBeginsAnew() {
        farm.zone("stuck-1", 9602, today.minusDays(60).toString());
        farm.zone("sound-1", 9603, today.minusDays(60).toString());
        told(9602, 0, day -> soil(Math.min(day, DAYS - 20), 0));
        told(9603, 0, day -> soil(day, 0));
        look();
        farm.get("/api/probes/stuck-1-probe")
                .body("verdict", equalTo("flat"))
                .body("perDepth[0].verdict", equalTo("flat"))
                .body("reasons.code", hasItem("sensor-flat"));
        farm.get("/api/alarms?state=open&source=probe:stuck-1-probe").body("rule", equalTo(List.of("sensor-fault")));
        farm.get("/api/probes/sound-1-probe").body("verdict", equalTo("ok")).body("reasons", hasSize(0));
        farm.get("/api/alarms?state=all&source=probe:sound-1-probe").body("rule", not(hasItem("sensor-fault")));

        Instant renewed = Instant.now();
        farm.put("/api/probes/stuck-1-probe", """
                {"zoneId": "stuck-1", "name": "Renewed", "nodeId": 9602, "depthsMillimetres": [100, 300, 600],
                 "installedAt": "%s"}""".formatted(renewed)).statusCode(200);
        Door.send(new TestNode(9602, 8).reading(Instant.now(), 240));
        now = Instant.now().plusSeconds(60);
        look();
        farm.get("/api/probes/stuck-1-probe").body("verdict", equalTo("ok"));
        farm.get("/api/alarms?state=open&source=probe:stuck-1-probe")
                .body("[0].state", equalTo("returned-unacknowledged"));
    }

    private void look() {
        directory.refresh();
        round.all(now);
    }

    /** Six readings a day up to now; one depth follows a course of its own. */
    private void told(long node, int depth, DoubleUnaryOperator course) {
        Random random = new Random(node);
        Instant begin = now.minus(Duration.ofDays(DAYS));
        List<SoilRow> rows = new ArrayList<>();
        for (int i = 0; i <= DAYS * 6; i++) {
            double day = i / 6.0;
            List<Long> contents = new ArrayList<>();
            for (int each = 0; each < 3; each++) {
                boolean own = each == depth;
                double content = own ? course.applyAsDouble(day) : soil(day, each) + random.nextGaussian() * 0.0005;
                contents.add(Math.round(content * 1000));
            }
            OptionalLong none = OptionalLong.empty();
            rows.add(new SoilRow(
                    node,
                    begin.plus(Duration.ofHours(4L * i)),
                    1,
                    i,
                    List.of(100L, 300L, 600L),
                    contents,
                    List.of(1800L, 1800L, 1800L),
                    List.of(0L, 0L, 0L),
                    OptionalLong.of(3100),
                    none,
                    none,
                    none,
                    none,
                    false,
                    false));
        }
        readings.prepare(rows.stream().map(SoilRow::at).toList());
        jdbi.useTransaction(handle -> readings.add(handle, rows));
    }
}
