package io.milliwatt.irrigation.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.milliwatt.irrigation.adapter.db.WeatherTable;
import io.milliwatt.irrigation.adapter.desk.BriefingDesk;
import io.milliwatt.irrigation.weather.Forecast;
import io.milliwatt.irrigation.weather.ForecastDay;
import io.milliwatt.telemetry.command.IrrigationCommand.ExpectRain;
import io.milliwatt.telemetry.command.IrrigationCommand.Lines;
import io.milliwatt.telemetry.command.IrrigationCommand.SetLines;
import io.milliwatt.testkit.Door;
import io.milliwatt.testkit.EmbeddedDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nodes are told the lines of their zone and the rain to come, through the outbox that the gateway reads. */
@QuarkusTest
@QuarkusTestResource(EmbeddedDatabase.class)
class BriefingTest {
    private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");

    @Inject
    BriefingDesk desk;

    @Inject
    Sent outbox;

    @Inject
    WeatherTable weather;

    @Inject
    Jdbi jdbi;

    private TestFarm farm;

    @BeforeEach
    void setUp() {
        farm = TestFarm.setUp();
    }

    /** Cotton of 80 days, whose roots are at their deepest. */
    private TestNode zone(String id, long number) {
        farm.zone(id, number, LocalDate.now(MADRID).minusDays(80).toString());
        return new TestNode(number, 1);
    }

    @Test
    void aNodeThatIsHeardIsToldItsLinesUntilItConfirmsThem() {
        TestNode node = zone("lines-1", 9911);
        desk.look(Instant.now());
        assertThat(outbox.to(9911, SetLines.class)).as("nobody was heard yet").isEmpty();
        farm.get("/api/probes/lines-1-probe").body("briefing.lines", nullValue());

        Door.send(node.reading(Instant.now(), 240));
        desk.look(Instant.now());
        desk.look(Instant.now());
        List<SetLines> told = outbox.to(9911, SetLines.class);
        assertThat(told).hasSize(1);
        assertThat(told.getFirst().lines()).hasSize(3);
        assertThat(told.getFirst().lines().get(2).full()).isEqualTo(2_700);
        farm.get("/api/probes/lines-1-probe")
                .body("briefing.lines.toldAt", notNullValue())
                .body("briefing.lines.confirmedAt", nullValue())
                .body("briefing.lines.perSensor", hasSize(3))
                .body("briefing.lines.perSensor[2].full", equalTo(0.27f));
        farm.get("/api/audit?subject=probe:lines-1-probe")
                .body("findAll { it.action == 'lines-told' }", hasSize(1))
                .body("find { it.action == 'lines-told' }.by", equalTo("server"));

        // A node's clock tells seconds: it often answers in the second in which it was told.
        Door.send(node.readingWithNewLines(Instant.now().truncatedTo(ChronoUnit.SECONDS), 238));
        farm.get("/api/probes/lines-1-probe")
                .body("briefing.lines.tries", equalTo(1))
                .body("briefing.lines.confirmedAt", notNullValue());
        desk.look(Instant.now().plus(Duration.ofHours(12)));
        assertThat(outbox.to(9911, SetLines.class)).hasSize(1);
    }

    @Test
    void whatIsNotConfirmedIsToldAgain() {
        TestNode node = zone("lines-3", 9914);
        Door.send(node.reading(Instant.now(), 240));
        desk.look(Instant.now());
        Door.send(node.reading(Instant.now(), 239));
        desk.look(Instant.now().plus(Duration.ofMinutes(31)));
        desk.look(Instant.now().plus(Duration.ofMinutes(32)));
        assertThat(outbox.to(9914, SetLines.class)).hasSize(2);
        farm.get("/api/probes/lines-3-probe").body("briefing.lines.tries", equalTo(2));
    }

    @Test
    void aChangeOfTheSetUpIsToldAndWrittenIntoTheAuditTrail() {
        TestNode node = zone("lines-2", 9912);
        Door.send(node.reading(Instant.now(), 240));
        desk.look(Instant.now());
        Lines before = outbox.to(9912, SetLines.class).getLast().lines().get(1);
        Door.send(node.readingWithNewLines(Instant.now().plusSeconds(1), 240));
        farm.put("/api/zones/lines-2/settings", """
                {"fieldId": "north", "name": "Zone lines-2", "areaHectares": 1.0, "soilId": "loam", "cropId": "cotton",
                 "plantedOn": "%s", "system": "drip", "flowCubicMetresPerHour": 30, "depletedFraction": 0.3}""".formatted(
                                LocalDate.now(MADRID).minusDays(80)))
                .statusCode(200);
        desk.look(Instant.now());
        assertThat(outbox.to(9912, SetLines.class)).hasSize(2);
        Lines after = outbox.to(9912, SetLines.class).getLast().lines().get(1);
        assertThat(after.refill()).isGreaterThan(before.refill() + 100);
        farm.get("/api/audit?subject=probe:lines-2-probe").body("findAll { it.action == 'lines-told' }", hasSize(2));
    }

    @Test
    void theRainOfAForecastIsToldOnceADay() {
        TestNode node = zone("rain-1", 9913);
        Door.send(node.reading(Instant.now(), 240));
        desk.look(Instant.now());
        assertThat(outbox.to(9913, ExpectRain.class)).as("without a forecast").isEmpty();
        LocalDate today = LocalDate.now(MADRID);
        List<ForecastDay> days = IntStream.range(0, 8)
                .mapToObj(day -> new ForecastDay(today.plusDays(day), 14, 30, day == 1 ? 20 : 0, 0.8, 6))
                .toList();
        jdbi.useTransaction(handle -> weather.putForecast(
                handle, TestFarm.SITE, new Forecast(Forecast.Origin.PROVIDER, today, 0, days), Instant.now()));
        try {
            desk.look(Instant.now());
            desk.look(Instant.now());
            assertThat(outbox.to(9913, ExpectRain.class))
                    .containsExactly(new ExpectRain(9913, today, List.of(0, 160, 0, 0, 0, 0, 0)));
            farm.get("/api/probes/rain-1-probe")
                    .body("briefing.rain.millimetres[1]", equalTo(16.0f))
                    .body("briefing.rain.firstDay", equalTo(today.toString()));
            desk.look(Instant.now().plus(Duration.ofDays(1)));
            assertThat(outbox.to(9913, ExpectRain.class).getLast().firstDay()).isEqualTo(today.plusDays(1));
        } finally {
            jdbi.useHandle(handle -> handle.execute("DELETE FROM weather_forecast"));
        }
    }
}
