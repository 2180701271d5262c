package io.milliwatt.irrigation.adapter;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import io.milliwatt.irrigation.adapter.db.FarmDirectory;
import io.milliwatt.irrigation.adapter.db.WeatherTable;
import io.milliwatt.irrigation.adapter.desk.AlarmRound;
import io.milliwatt.irrigation.weather.Forecast;
import io.milliwatt.irrigation.weather.ForecastDay;
import io.milliwatt.testkit.EmbeddedDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Alarms that no frame brings: each raised once, held, and ended; none without evidence. */
@QuarkusTest
@QuarkusTestResource(EmbeddedDatabase.class)
class AlarmRoundTest {

    private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");

    @Inject
    AlarmRound round;

    @Inject
    WeatherTable weather;

    @Inject
    FarmDirectory directory;

    @Inject
    Jdbi jdbi;

    private TestFarm farm;
    private LocalDate morning;
    private Instant night;

    @BeforeEach
    void setUp() {
        farm = TestFarm.setUp();
        morning = LocalDate.now(MADRID).plusDays(1);
        night = morning.atTime(3, 0).atZone(MADRID).toInstant();
    }

    @Test
    void frostIsRaisedOnAProvidersWordAloneHeldWithinADegreeAndEnded() {
        String site = site("other-frost");
        zone(site, "frost-1", "grape-wine", ", \"criticalCelsius\": -1.0");
        said(site, Forecast.Origin.CLIMATOLOGY, 3, -6);
        round.look(night);
        open("site:other-frost").body("", hasSize(0));

        said(site, Forecast.Origin.PROVIDER, 2, -1.4);
        round.look(night.plusSeconds(60));
        int alarm = open("site:other-frost")
                .body("rule", equalTo(List.of("frost")))
                .body("[0].priority", equalTo("high"))
                .body("[0].state", equalTo("active-unacknowledged"))
                .body("[0].message", equalTo("Frost: -1.4 °C expected about 06:00 for grape wine, limit -1 °C."))
                .body("[0].reasons[0].code", equalTo("frost-expected"))
                .body("[0].reasons[0].numbers.celsius", equalTo(-1.4f))
                .body("[0].reasons[0].texts.crop", equalTo("grape-wine"))
                .extract()
                .path("[0].id");

        said(site, Forecast.Origin.PROVIDER, 1, -0.4);
        round.look(night.plusSeconds(120));
        round.look(night.plusSeconds(180));
        open("site:other-frost")
                .body("id", equalTo(List.of(alarm)))
                .body("[0].state", equalTo("active-unacknowledged"));

        said(site, Forecast.Origin.PROVIDER, 0, 0.3);
        round.look(night.plusSeconds(240));
        open("site:other-frost").body("[0].state", equalTo("returned-unacknowledged"));
        farm.post("/api/alarms/" + alarm + "/acknowledge", "").statusCode(200);
        open("site:other-frost").body("", hasSize(0));
        farm.get("/api/alarms?state=all&source=site:other-frost").body("", hasSize(1));
        farm.get("/api/alarms/" + alarm + "/history").statusCode(200).body("[-1].by", equalTo("agronomist"));
    }

    @Test
    void aWordOnANightThatIsOverIsNoEvidenceOfTheNext() {
        String site = site("other-past");
        zone(site, "past-1", "grape-wine", "");
        said(site, Forecast.Origin.PROVIDER, 0, -3);
        round.look(night);
        open("site:other-past").body("rule", equalTo(List.of("frost")));
        round.look(morning.atTime(9, 0).atZone(MADRID).toInstant());
        open("site:other-past").body("[0].state", equalTo("returned-unacknowledged"));
    }

    @Test
    void measuredFrostNeedsNoForecastAndWhatCannotBeHarmedIsNotWarnedOf() {
        String site = site("other-cold");
        hours(site, night.minus(Duration.ofHours(1)), 1, -2, 80);
        round.look(night);
        open("site:other-cold").body("", hasSize(0));
        zone(site, "cold-1", "potato", "");
        round.look(night.plusSeconds(60));
        open("site:other-cold").body("[0].message", startsWith("Frost: -2 °C measured at 02:00 for potato"));
    }

    @Test
    void anInfectionIsRaisedOnceInQuietHoursWithoutSoundAndASprayEndsIt() {
        String site = site("other-blight");
        zone(site, "blight-1", "potato", "");
        Instant begin = morning.minusDays(2).atStartOfDay(MADRID).toInstant();
        hours(site, begin, 24, 14, 60);
        round.look(night.minus(Duration.ofDays(1)));
        open("zone:blight-1").body("", hasSize(0));

        hours(site, begin, 48, 14, 95);
        round.look(night);
        round.look(night.plusSeconds(60));
        farm.put("/api/preferences", """
                {"units": "metric", "language": "en", "quietFrom": "22:00", "quietTo": "06:00"}""").statusCode(200);
        open("zone:blight-1")
                .body("rule", equalTo(List.of("disease-late-blight")))
                .body("[0].quiet", equalTo(true))
                .body("[0].message", containsString("2 favourable days in a row for late blight"))
                .body("[0].message", containsString("No spray against late blight is recorded."))
                .body("[0].reasons.code", equalTo(List.of("disease-warning", "no-spray")));
        farm.post("/api/zones/blight-1/sprays", """
                {"on": "%s", "product": "Copper", "target": "late-blight", "residualDays": 7}""".formatted(morning)).statusCode(200);
        round.look(night.plusSeconds(120));
        open("zone:blight-1").body("[0].state", equalTo("returned-unacknowledged"));
    }

    @Test
    void anAllocationIsToldFromFourFifthsOnAndATakenAwayOneEndsIt() {
        String site = site("other-quota");
        String allocation = ", \"allocation\": {\"from\": \"%s\", \"to\": \"%s\", \"millimetres\": 100}"
                .formatted(morning.minusDays(60), morning.plusDays(30));
        zone(site, "quota-1", "potato", allocation);
        applied("quota-1", 79, 3);
        round.look(night);
        open("zone:quota-1").body("", hasSize(0));
        applied("quota-1", 3, 2);
        round.look(night.plusSeconds(60));
        round.look(night.plusSeconds(120));
        open("zone:quota-1")
                .body("rule", equalTo(List.of("allocation")))
                .body(
                        "[0].message",
                        equalTo("82 % of the water allocation is used: 82 of 100 mm until " + morning.plusDays(30)
                                + "."));
        zone(site, "quota-1", "potato", "");
        round.look(night.plusSeconds(180));
        open("zone:quota-1").body("[0].state", equalTo("returned-unacknowledged"));
    }

    private String site(String id) {
        farm.site(id);
        return id;
    }

    private void zone(String site, String id, String crop, String more) {
        farm.zone(id, site, crop, morning.minusDays(60), more);
        directory.refresh();
    }

    private void said(String site, Forecast.Origin origin, int daysBefore, double minimum) {
        Forecast forecast = new Forecast(
                origin, morning.minusDays(daysBefore), 0, List.of(new ForecastDay(morning, minimum, 12, 0, 0, 2)));
        Instant madeAt = forecast.madeOn().atStartOfDay(MADRID).toInstant();
        jdbi.useTransaction(handle -> weather.putForecast(handle, site, forecast, madeAt));
    }

    private void hours(String site, Instant from, int count, double celsius, double humidity) {
        OptionalDouble none = OptionalDouble.empty();
        jdbi.useTransaction(handle -> weather.putHours(
                handle,
                site,
                "test",
                IntStream.range(0, count)
                        .mapToObj(hour -> new WeatherTable.Hour(
                                from.plus(Duration.ofHours(hour)),
                                OptionalDouble.of(celsius),
                                OptionalDouble.of(humidity),
                                none,
                                OptionalDouble.of(0),
                                none))
                        .toList()));
    }

    private void applied(String zone, double millimetres, int daysAgo) {
        farm.post(
                        "/api/zones/" + zone + "/applied",
                        "{\"day\": \"%s\", \"grossMillimetres\": %s}"
                                .formatted(morning.minusDays(daysAgo), millimetres))
                .statusCode(200);
    }

    private io.restassured.response.ValidatableResponse open(String source) {
        return farm.get("/api/alarms?state=open&source=" + source).statusCode(200);
    }
}
