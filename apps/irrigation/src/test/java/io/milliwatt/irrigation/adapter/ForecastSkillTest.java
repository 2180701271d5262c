package io.milliwatt.irrigation.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.milliwatt.irrigation.adapter.db.FarmDirectory;
import io.milliwatt.irrigation.adapter.db.SaidForecastTable;
import io.milliwatt.irrigation.adapter.db.SaidForecastTable.ByNode;
import io.milliwatt.irrigation.adapter.db.SensorDayTable;
import io.milliwatt.irrigation.adapter.desk.AdviceRound;
import io.milliwatt.irrigation.probe.SensorDay;
import io.milliwatt.telemetry.SoilReading.Forecast;
import io.milliwatt.testkit.Door;
import io.milliwatt.testkit.EmbeddedDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Forecasts as they were said, beside what came. */
@QuarkusTest
@QuarkusTestResource(EmbeddedDatabase.class)
class ForecastSkillTest {

    @Inject
    SaidForecastTable said;

    @Inject
    SensorDayTable days;

    @Inject
    AdviceRound round;

    @Inject
    FarmDirectory directory;

    @Inject
    TestWeather weather;

    @Inject
    Jdbi jdbi;

    private TestFarm farm;
    private LocalDate today;

    @BeforeEach
    void setUp() {
        farm = TestFarm.setUp();
        today = LocalDate.now(ZoneOffset.UTC);
        weather.season(today.minusDays(60), today.minusDays(1));
    }

    @Test
    void aNodesForecastsAreJudgedByTheDaysThatCame() {
        farm.zone("skill-1", 9701, today.minusDays(50).toString());
        LocalDate first = today.minusDays(30);
        List<SensorDay> came = new ArrayList<>();
        List<ByNode> words = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            double content = 0.30 - 0.002 * i;
            came.add(new SensorDay(
                    first.plusDays(i),
                    List.of(content, content, Double.NaN),
                    List.of(18.0, 18.0, 18.0),
                    20,
                    0,
                    i == 29 ? 12 : 0));
            words.add(new ByNode("skill-1-probe", first.plusDays(i), 0, -10, -30, -70));
        }
        List<ByNode> later = List.of(new ByNode("skill-1-probe", first, 0, 5000, 5000, 5000));
        jdbi.useTransaction(handle -> {
            days.put(handle, "skill-1-probe", came);
            said.addByNodes(handle, words);
            said.addByNodes(handle, later);
        });
        farm.get("/api/zones/skill-1/forecast-skill")
                .statusCode(200)
                .body("leastPairs", equalTo(20))
                .body("nodes.depthMillimetres", equalTo(List.of(100.0f, 300.0f, 600.0f)))
                .body("nodes[0].horizons.days", equalTo(List.of(1, 3, 7)))
                .body("nodes[0].horizons.pairs", equalTo(List.of(28, 26, 22)))
                .body("nodes[0].horizons.watered", equalTo(List.of(1, 1, 1)))
                .body("nodes[0].horizons[0].rootMeanSquareError", equalTo(0.001f))
                .body("nodes[0].horizons[0].persistenceError", equalTo(0.002f))
                .body("nodes[0].horizons[0].belowPersistencePercent", equalTo(50.0f))
                .body("nodes[1].horizons[0].pairs", equalTo(0))
                .body("nodes[1].horizons[0].enough", equalTo(false))
                .body("nodes[1].horizons[0].rootMeanSquareError", equalTo(null));
    }

    @Test
    void theFirstWordOfADayIsKeptOfANodeAndOfTheAccount() {
        farm.zone("skill-2", 9702, today.minusDays(50).toString());
        TestNode node = new TestNode(9702, 1);
        Instant now = Instant.now();
        Door.send(node.foreseeing(now.minusSeconds(60), 240, new Forecast(-20, -50, -90)));
        Door.send(node.foreseeing(now.minusSeconds(30), 240, new Forecast(400, 500, 900)));
        LocalDate ended = LocalDate.ofInstant(now.minusSeconds(60), ZoneId.of("Europe/Madrid"))
                .minusDays(1);
        assertThat(said.byNode("skill-2-probe", ended))
                .contains(new ByNode("skill-2-probe", ended, 1, -20, -50, -90))
                .hasSize(3);

        var zone = directory.farm().zone("skill-2").orElseThrow();
        round.zone(zone);
        var first = said.byAccount("skill-2", today.minusDays(2));
        assertThat(first).extracting(word -> word.horizonDays()).containsExactly(1, 3, 7);
        assertThat(first.getFirst().depletion()).isGreaterThan(first.getFirst().standing());
        farm.post("/api/zones/skill-2/applied", "{\"day\": \"%s\", \"grossMillimetres\": 30}".formatted(today))
                .statusCode(200);
        round.zone(zone);
        assertThat(said.byAccount("skill-2", today.minusDays(2))).isEqualTo(first);
        farm.get("/api/zones/skill-2/forecast-skill")
                .body("account", hasSize(3))
                .body("account.enough", equalTo(List.of(false, false, false)));
    }
}
