package io.milliwatt.irrigation.adapter;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThan;

import io.milliwatt.irrigation.adapter.desk.AdviceRound;
import io.milliwatt.testkit.EmbeddedDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Weather, its forecast, what it means for a crop, and the wizards of set-up. */
@QuarkusTest
@QuarkusTestResource(EmbeddedDatabase.class)
class CropWeatherTest {

    @Inject
    TestWeather weather;

    @Inject
    AdviceRound round;

    private TestFarm farm;
    private LocalDate today;

    @BeforeEach
    void setUp() {
        farm = TestFarm.setUp();
        today = LocalDate.now(ZoneOffset.UTC);
        weather.season(today.minusDays(60), today.minusDays(1));
    }

    @Test
    void withoutAProviderTheStationsOwnPastIsTheForecastAndItSaysSo() {
        round.all();
        farm.get("/api/weather")
                .statusCode(200)
                .body("day", hasItem(today.minusDays(1).toString()))
                .body("missing.flatten().unique()", hasItem("solar"))
                .body("forecast.source", equalTo("station-climatology"))
                .body("forecast.statedBecause.code", equalTo("weather-climatology"))
                .body("forecast.maximumCelsius[0]", equalTo(33.0f));
        farm.get("/api/frost").statusCode(200).body("level", equalTo("none"));
    }

    @Test
    void heatIsGatheredAndASprayIsToldAndTakenBack() {
        farm.zone("heat-1", 9301, today.minusDays(40).toString());
        farm.get("/api/zones/heat-1/degree-days")
                .statusCode(200)
                .body("total[-1]", greaterThan(400f))
                .body("insects.name", hasSize(0));
        int spray = farm.post("/api/zones/heat-1/sprays", """
                {"on": "%s", "product": "Copper", "target": "late-blight", "residualDays": 7}""".formatted(today))
                .statusCode(200)
                .body("[0].product", equalTo("Copper"))
                .extract()
                .path("[0].id");
        farm.post("/api/zones/heat-1/sprays", """
                {"on": "%s", "product": "Copper", "target": "late-blight", "residualDays": 99}""".formatted(today))
                .statusCode(400)
                .body("detail", containsString("0 to 60."));
        farm.delete("/api/zones/heat-1/sprays/" + spray).statusCode(204);
        farm.get("/api/zones/heat-1/disease").statusCode(200).body("", hasSize(0));
    }

    @Test
    void theWizardGoesFromTextureToTheRefillLine() {
        farm.post("/api/soils/wizard", """
                {"sandPercent": 40, "clayPercent": 20, "organicMatterPercent": 2.5, "rootDepthMillimetres": 1000}""")
                .statusCode(200)
                .body("texture", equalTo("loam"))
                .body("fieldCapacity", greaterThan(0.275f))
                .body("fieldCapacity", lessThan(0.285f))
                .body("refillMillimetres", greaterThan(60f));
        farm.post("/api/soils/wizard", "{\"texture\": \"moon dust\"}").statusCode(400);
        farm.get("/api/soils/textures").body("", hasSize(12));
        farm.zone("plateau-1", 9302, today.minusDays(40).toString());
        farm.post("/api/soils/loam/adopt-plateau", "{\"zoneId\": \"plateau-1\"}")
                .statusCode(409)
                .body("code", equalTo("plateau.none"));
    }

    @Test
    void aProbeIsCalibratedBySamplesOfItsOwnSoil() {
        farm.zone("samples-1", 9303, today.minusDays(40).toString());
        String samples = """
                {"channel": 0, "points": [
                 {"readingPercent": 10, "waterContent": 0.12}, {"readingPercent": 15, "waterContent": 0.165},
                 {"readingPercent": 20, "waterContent": 0.21}, {"readingPercent": 25, "waterContent": 0.255},
                 {"readingPercent": 30, "waterContent": 0.30}]}""";
        farm.post("/api/probes/samples-1-probe/calibration", samples)
                .statusCode(200)
                .body("equation", equalTo("line"))
                .body("adopted", equalTo(false));
        farm.post("/api/probes/samples-1-probe/calibration/adopt", samples)
                .statusCode(200)
                .body("adopted", equalTo(true));
        farm.get("/api/probes/samples-1-probe").body("calibration", equalTo("soil-specific"));
        farm.put("/api/probes/samples-1-probe", """
                {"zoneId": "samples-1", "name": "Renamed", "nodeId": 9303, "depthsMillimetres": [100, 300, 600],
                 "installedAt": "2026-01-01T00:00:00Z"}""").statusCode(200);
        farm.get("/api/probes/samples-1-probe").body("calibration", equalTo("soil-specific"));
    }

    @Test
    void waterUsedIsPrintedAndTabled() {
        String span = "?from=" + today.minusDays(30) + "&to=" + today;
        farm.zone("sheet-1", 9304, today.minusDays(40).toString());
        farm.post(
                        "/api/zones/sheet-1/applied",
                        "{\"day\": \"%s\", \"grossMillimetres\": 25}".formatted(today.minusDays(2)))
                .statusCode(200);
        String table =
                farm.get("/api/water.csv" + span).statusCode(200).extract().asString();
        org.assertj.core.api.Assertions.assertThat(table)
                .contains("water [m3]")
                .contains("Zone sheet-1")
                .contains("250.00");
        byte[] sheet =
                farm.get("/api/water.pdf" + span).statusCode(200).extract().asByteArray();
        org.assertj.core.api.Assertions.assertThat(new String(sheet, 0, 5, java.nio.charset.StandardCharsets.US_ASCII))
                .isEqualTo("%PDF-");
    }
}
