package io.milliwatt.irrigation.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.milliwatt.irrigation.adapter.db.FarmDirectory;
import io.milliwatt.irrigation.adapter.db.SeasonPlanTable;
import io.milliwatt.irrigation.adapter.db.WeatherTable;
import io.milliwatt.irrigation.adapter.desk.AccountDesk;
import io.milliwatt.irrigation.adapter.desk.AdviceRound;
import io.milliwatt.irrigation.season.ZonePlan;
import io.milliwatt.irrigation.weather.Forecast;
import io.milliwatt.irrigation.weather.ForecastDay;
import io.milliwatt.irrigation.zone.Zone;
import io.milliwatt.telemetry.ValveState;
import io.milliwatt.testkit.Door;
import io.milliwatt.testkit.EmbeddedDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A zone's plan for the season: made by the hourly round, stored, shown, and made anew when what it was made for changes. */
@QuarkusTest
@QuarkusTestResource(EmbeddedDatabase.class)
class SeasonPlanTest {

    @Inject
    AdviceRound round;

    @Inject
    AccountDesk accounts;

    @Inject
    SeasonPlanTable plans;

    @Inject
    FarmDirectory directory;

    @Inject
    TestWeather weather;

    @Inject
    WeatherTable table;

    @Inject
    Jdbi jdbi;

    private TestFarm farm;
    private LocalDate today;
    private LocalDate planted;

    @BeforeEach
    void setUp() {
        farm = TestFarm.setUp();
        today = LocalDate.now(ZoneOffset.UTC);
        planted = today.minusDays(20);
        weather.season(planted.minusDays(20), today.minusDays(1));
    }

    @Test
    void aPlanIsMadeOnceStoredAndShown() {
        farm.zone("plan-1", 9371, planted.toString());
        Zone zone = directory.refresh().zone("plan-1").orElseThrow();
        round.zone(zone);
        farm.get("/api/zones/plan-1")
                .statusCode(200)
                .body("seasonPlan.madeOn", equalTo(today.toString()))
                .body("seasonPlan.lastCropDay", equalTo(planted.plusDays(195).toString()))
                .body("seasonPlan.acceptedStressDays", equalTo(0))
                .body("seasonPlan.fillPercent", equalTo(85f))
                .body("seasonPlan.expectedMillimetres", greaterThan(100f))
                .body("seasonPlan.allocationLeftMillimetres", nullValue())
                .body("seasonPlan.lastWateringOn", notNullValue());
        farm.get("/api/zones/plan-1/recommendation").body("reasons.code", not(hasItem("no-plan-without-past")));
        ZonePlan made = plans.of(zone).orElseThrow();
        round.zone(zone);
        assertThat(plans.of(zone)).contains(made);
        // What is followed is what is stored, which a restart finds again: nothing of it is remembered elsewhere.
        jdbi.useHandle(
                handle -> handle.execute("UPDATE season_plan SET made_on = made_on - 3 WHERE zone_id = 'plan-1'"));
        round.zone(zone);
        farm.get("/api/zones/plan-1")
                .body("seasonPlan.madeOn", equalTo(today.minusDays(3).toString()));
    }

    @Test
    void acceptedDaysAreEnteredAuditedAndMakeAPlanAnew() {
        farm.zone("plan-2", 9372, planted.toString());
        round.zone(directory.refresh().zone("plan-2").orElseThrow());
        ZonePlan before =
                plans.of(directory.farm().zone("plan-2").orElseThrow()).orElseThrow();
        String settings = farm.get("/api/zones/plan-2/settings").extract().asString();
        farm.put("/api/zones/plan-2/settings", changed(settings, "999"))
                .statusCode(400)
                .body("detail", containsString("200"));
        farm.put("/api/zones/plan-2/settings", changed(settings, "12")).statusCode(200);
        farm.get("/api/zones/plan-2/settings").body("acceptedStressDays", equalTo(12));
        farm.get("/api/audit?subject=zone:plan-2").body("detail.entered.acceptedStressDays", hasItem(12));
        Zone zone = directory.refresh().zone("plan-2").orElseThrow();
        round.zone(zone);
        ZonePlan after = plans.of(zone).orElseThrow();
        assertThat(after.settings()).isNotEqualTo(before.settings());
        assertThat(after.acceptedStressDays()).isEqualTo(12);
        assertThat(after.standing().plan().expected().millimetres())
                .isLessThan(before.standing().plan().expected().millimetres());
        farm.get("/api/zones/plan-2").body("seasonPlan.acceptedStressDays", equalTo(12));
    }

    @Test
    void afterTheCropsLastDayTheRefillLineDecidesAndTheAdviceSaysSo() {
        LocalDate ago = today.minusDays(205);
        weather.season(ago, today.minusDays(1));
        farm.zone("plan-3", 9373, ago.toString());
        Door.send(new TestNode(9373, 1).valve(Instant.now(), false, ValveState.Cause.REBOOT, 0, 0, 0));
        farm.post("/api/zones/plan-3/correction", """
                {"depletionMillimetres": 20, "spreadMillimetres": 3, "note": "auger"}""").statusCode(200);
        round.zone(directory.refresh().zone("plan-3").orElseThrow());
        farm.get("/api/zones/plan-3").statusCode(200).body("seasonPlan", nullValue());
        farm.get("/api/zones/plan-3/recommendation")
                .body("sentence", containsString("the crop's last day by its stages was " + ago.plusDays(195)));
    }

    /** The station of these tests measures 2.2 m/s and 25 %, which forecast days must carry instead of the tables' 2 m/s and 45 %. */
    @Test
    void forecastDaysCarryTheStationsOwnWindAndHumidity() {
        farm.zone("plan-4", 9374, planted.toString());
        Zone zone = directory.refresh().zone("plan-4").orElseThrow();
        ForecastDay told = new ForecastDay(today.plusDays(1), 15, 30, 0, 0, 6);
        jdbi.useTransaction(handle -> table.putForecast(
                handle, TestFarm.SITE, new Forecast(Forecast.Origin.PROVIDER, today, 0, List.of(told)), Instant.now()));
        var climate = accounts.account(zone, Instant.now())
                .orElseThrow()
                .outlook()
                .get(1)
                .assimilated()
                .day()
                .input()
                .climate();
        assertThat(climate.windAtTwoMetres()).isEqualTo(2.2);
        assertThat(climate.minimumHumidityPercent()).isEqualTo(25);
    }

    private static String changed(String settings, String days) {
        return settings.replaceAll("\"acceptedStressDays\":(null|\\d+)", "\"acceptedStressDays\":" + days);
    }
}
