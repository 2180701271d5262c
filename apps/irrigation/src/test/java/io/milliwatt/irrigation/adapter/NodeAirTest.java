package io.milliwatt.irrigation.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.milliwatt.irrigation.adapter.db.FarmDirectory;
import io.milliwatt.irrigation.adapter.db.WeatherTable;
import io.milliwatt.irrigation.adapter.desk.ComingWeather;
import io.milliwatt.irrigation.adapter.desk.CropWeather;
import io.milliwatt.irrigation.outlook.TemperatureDay;
import io.milliwatt.irrigation.site.Site;
import io.milliwatt.irrigation.weather.WeatherDay;
import io.milliwatt.irrigation.zone.Zone;
import io.milliwatt.testkit.Door;
import io.milliwatt.testkit.EmbeddedDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.IntPredicate;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A farm without a station goes by the air that its soil nodes measure, and says so. */
@QuarkusTest
@QuarkusTestResource(EmbeddedDatabase.class)
class NodeAirTest {

    private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");

    @Inject
    FarmDirectory directory;

    @Inject
    CropWeather crops;

    @Inject
    ComingWeather coming;

    @Inject
    WeatherTable weather;

    @Inject
    Jdbi jdbi;

    private TestFarm farm;
    private LocalDate today;

    @BeforeEach
    void setUp() {
        farm = TestFarm.setUp();
        today = LocalDate.now(MADRID);
    }

    @Test
    void aDayOfTheNodesAirCountsWhereTheStationTellsNoneAndOnlyIfItIsWhole() {
        Zone zone = zone("lone-days", "air-days", 9961);
        TestNode node = new TestNode(9961, 1);
        day(node, today.minusDays(4), hour -> true);
        day(node, today.minusDays(3), hour -> hour < 10 || hour > 13);
        day(node, today.minusDays(2), hour -> hour % 6 != 0);
        day(node, today.minusDays(1), hour -> true);
        station("lone-days", today.minusDays(1), 8, 21);
        Door.send(node.readingInAir(noon(today.minusDays(5)), 250, -32_768));

        assertThat(crops.temperatures(zone, today.minusDays(5), today.minusDays(1)))
                .as(
                        "four hours in a row are missing three days ago; the day before that has its code for a broken sensor")
                .containsExactlyInAnyOrder(
                        new TemperatureDay(today.minusDays(4), 4, 27, true),
                        new TemperatureDay(today.minusDays(2), 5, 27, true),
                        new TemperatureDay(today.minusDays(1), 8, 21, false));
        farm.get("/api/zones/air-days/degree-days?biofix=" + today.minusDays(4))
                .statusCode(200)
                .body("nodeDays", equalTo(2))
                .body("missingDays", equalTo(2));
    }

    @Test
    void frostIsWarnedOfByTheSecondColdestNodeUntilAStationSpeaks() {
        Zone cold = zone("lone-frost", "air-cold", 9962);
        Site site = directory.farm().siteOf(cold);
        zone("lone-frost", "air-mild", 9963);
        farm.get("/api/frost?site=lone-frost").statusCode(404);
        Instant now = Instant.now();
        Door.send(new TestNode(9962, 1).readingInAir(now.minusSeconds(60), 250, -250));
        farm.get("/api/frost?site=lone-frost")
                .statusCode(200)
                .body("level", equalTo("now"))
                .body("lowestCelsius", equalTo(-2.5f))
                .body("byNodes", equalTo(true));
        Door.send(new TestNode(9963, 1).readingInAir(now.minusSeconds(30), 250, 310));
        farm.get("/api/frost?site=lone-frost").body("lowestCelsius", equalTo(3.1f));
        assertThat(coming.lowestCelsius(site, now)).hasValue(3.1);

        OptionalDouble none = OptionalDouble.empty();
        jdbi.useTransaction(handle -> weather.putHours(
                handle,
                site.id(),
                "test",
                List.of(new WeatherTable.Hour(now.minusSeconds(600), OptionalDouble.of(6.5), none, none, none, none))));
        farm.get("/api/frost?site=lone-frost")
                .body("lowestCelsius", equalTo(6.5f))
                .body("byNodes", equalTo(false));
        assertThat(coming.lowestCelsius(site, now)).hasValue(6.5);
    }

    /** A site without a station, with cotton on one more zone of it. */
    private Zone zone(String site, String id, long node) {
        farm.site(site);
        farm.zone(id, site, "cotton", today.minusDays(4), "");
        farm.probe(id, node);
        return directory.refresh().zone(id).orElseThrow();
    }

    /** In the hour h of the day the air is at 4 + h °C; of some hours nothing is told. */
    private static void day(TestNode node, LocalDate date, IntPredicate told) {
        for (int hour = 0; hour < 24; hour++) {
            if (told.test(hour)) {
                Door.send(node.readingInAir(date.atTime(hour, 0).atZone(MADRID).toInstant(), 250, 100 * (4 + hour)));
            }
        }
    }

    private void station(String site, LocalDate date, double minimum, double maximum) {
        OptionalDouble none = OptionalDouble.empty();
        WeatherDay day = new WeatherDay(
                date,
                OptionalDouble.of(minimum),
                OptionalDouble.of(maximum),
                none,
                none,
                none,
                none,
                none,
                none,
                none,
                List.of(),
                "test");
        jdbi.useTransaction(handle -> weather.putDays(handle, site, List.of(day)));
    }

    private static Instant noon(LocalDate date) {
        return date.atTime(12, 0).atZone(MADRID).toInstant();
    }
}
