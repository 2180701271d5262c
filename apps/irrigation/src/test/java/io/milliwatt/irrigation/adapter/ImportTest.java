package io.milliwatt.irrigation.adapter;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.milliwatt.testkit.Door;
import io.milliwatt.testkit.EmbeddedDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files of weather, soil and water: taken whole, flagged where they are wrong, and never twice. */
@QuarkusTest
@QuarkusTestResource(EmbeddedDatabase.class)
class ImportTest {

    private TestFarm farm;

    @BeforeEach
    void setUp() {
        farm = TestFarm.setUp();
    }

    @Test
    void aStationsDaysAreTakenAndWhatCannotBeIsFlaggedAndKept() {
        String file = """
                date,tmin,tmax,rhmin,rhmax,wind,rain,solar
                2024-06-01,12,28,30,90,2.1,0,26
                2024-06-02,13,29,-45,88,-9999,4.2,25
                2024-06-02,13,29,-45,88,-9999,4.2,25
                2024-06-03,14,31,35,85,1.8,0,x
                """;
        take("days.csv", file, "")
                .statusCode(200)
                .body("kind", equalTo("station-csv"))
                .body("rows", equalTo(4))
                .body("accepted", equalTo(2))
                .body("flagged", equalTo(2))
                .body("repeated", equalTo(1))
                .body("days.from", equalTo("2024-06-01"))
                .body("problems.reason.code", hasItems("humidity-out-of-range", "duplicate", "row-no-number"))
                .body("problems.line", hasItem(5));
        take("days.csv", file, "").statusCode(200).body("accepted", equalTo(0)).body("repeated", equalTo(4));
        farm.get("/api/imports").statusCode(200).body("findAll { it.name == 'days.csv' }", hasSize(1));
    }

    @Test
    void aProbesHoursGoToTheZonesProbeAndImpossibleMoistureIsKeptFlagged() {
        farm.zone("import-1", 9321, "2024-04-01");
        StringBuilder file = new StringBuilder(
                "Date,Soil Moisture 10cm (%),Soil Moisture 30cm (%),Rain,Temperature (oC),Humidity (%)\n");
        for (int hour = 0; hour < 24; hour++) {
            file.append("2024-06-05 %02d:00:00,%s,21.5,0.0,%d,60\n"
                    .formatted(hour, hour == 7 ? "-3.0" : "24.1", 15 + hour / 2));
        }
        take("probe.csv", file.toString(), "&zone=import-1")
                .statusCode(200)
                .body("kind", equalTo("openagri"))
                .body("accepted", equalTo(24))
                .body("flagged", equalTo(1))
                .body("problems.reason.code", hasItem("water-content-negative"));
        farm.get("/api/zones/import-1/depths?from=2024-06-05T00:00:00Z&to=2024-06-06T00:00:00Z")
                .statusCode(200)
                .body("depthMillimetres", hasItem(100));
    }

    @Test
    void hoursAreSummedIntoDaysAndAgainWhenLateRowsCome() {
        StringBuilder early = new StringBuilder("time,temperature,humidity,wind,rain,solar\n");
        StringBuilder late = new StringBuilder("time,temperature,humidity,wind,rain,solar\n");
        for (int hour = 0; hour < 24; hour++) {
            (hour < 14 ? early : late)
                    .append("2024-05-20 %02d:00:00,%d,60,2.0,%s,1.0\n"
                            .formatted(hour, 10 + hour / 2, hour % 2 == 0 ? "0.4" : "0.6"));
        }
        late.append("2024-05-21 00:00:00,12,60,2.0,0.4,0\n");
        take("early.csv", early.toString(), "").statusCode(200).body("accepted", equalTo(14));
        farm.get("/api/weather?from=2024-05-20&to=2024-05-20")
                .statusCode(200)
                .body("day", hasSize(1))
                .body("maximumCelsius[0]", nullValue())
                .body("rainMillimetres[0]", nullValue())
                .body("missing[0]", hasItem("hours"));
        take("late.csv", late.toString(), "").statusCode(200).body("accepted", equalTo(11));
        farm.get("/api/weather?from=2024-05-20&to=2024-05-20")
                .statusCode(200)
                .body("minimumCelsius[0]", equalTo(10.0f))
                .body("maximumCelsius[0]", equalTo(21.0f))
                .body("rainMillimetres[0]", equalTo(12.0f))
                .body("missing[0]", hasSize(0));
        take("told.csv", "date,tmin,tmax,rain\n2024-05-20,9,22,11\n", "").statusCode(200);
        take("later.csv", "time,temperature,rain\n2024-05-20 03:30:00,4,3\n", "")
                .statusCode(200);
        farm.get("/api/weather?from=2024-05-20&to=2024-05-20")
                .statusCode(200)
                .body("minimumCelsius[0]", equalTo(9.0f))
                .body("rainMillimetres[0]", equalTo(11.0f));
    }

    /** Hours by their end in UTC: those of a Spanish day begin at 22:00 of the day before. No sensor of the sun that hour, no wind ever. */
    @Test
    void theClimateNetworksHoursAreSummedByTheFarmsOwnDays() {
        StringBuilder file = new StringBuilder();
        for (int hour = 0; hour <= 24; hour++) {
            LocalDateTime end = LocalDateTime.of(2023, 7, 9, 22, 0).plusHours(hour);
            file.append(
                            "53131 %s %s 20230709 1500 3 -111.17 32.24 25.0 %.1f 26.0 24.0 1.5 %s 0 900 0 700 0 C 30.0 0 31.0 0"
                                    .formatted(
                                            end.format(DateTimeFormatter.BASIC_ISO_DATE),
                                            end.format(DateTimeFormatter.ofPattern("HHmm")),
                                            20.0 + hour,
                                            hour == 5 ? "-99999" : "500"))
                    .append(" 29.0 0 45 0 0.100 0.110 0.120 -99.000 -99.000 28.0 28.0 28.0 -9999.0 -9999.0\n");
        }
        take("hourly02.txt", file.toString(), "")
                .statusCode(200)
                .body("kind", equalTo("uscrn"))
                .body("accepted", equalTo(25));
        farm.get("/api/weather?from=2023-07-10&to=2023-07-10")
                .statusCode(200)
                .body("minimumCelsius[0]", equalTo(20.0f))
                .body("maximumCelsius[0]", equalTo(43.0f))
                .body("solarMegajoulesPerSquareMetre[0]", equalTo(43.2f))
                .body("missing[0]", equalTo(List.of("wind")));
    }

    @Test
    void irrigationsNeedAZone() {
        String file = "*****\npyfao56: FAO-56 Evapotranspiration in Python\nIrrigation Data\n*****\n"
                + "Year-DOY  Depth     fw IrrEff\n2024-160  33.00   0.50  100.0\n";
        take("season.irr", file, "")
                .statusCode(200)
                .body("accepted", equalTo(0))
                .body("problems.reason.code", hasItem("no-zone-for-water"));
        farm.zone("import-2", 9322, "2024-04-01");
        take("season.irr", file, "&zone=import-2").statusCode(200).body("accepted", equalTo(1));
    }

    @Test
    void whatIsNoFileIsRefusedInASentence() {
        take("colours.csv", "date,colour\n2024-06-01,red\n", "")
                .statusCode(400)
                .body("code", equalTo("file.unreadable"))
                .body("detail", containsString("no column that is known among date, colour"))
                .body("reason.code", equalTo("file-no-known-column"))
                .body("reason.texts.file", equalTo("colours.csv"));
        take("x.csv", "date,rain\n2024-06-01,1\n", "&kind=excel")
                .statusCode(400)
                .body("detail", containsString("'excel'"));
        Door.with(Door.session("viewer", "glass"))
                .contentType("text/plain")
                .body("date,rain\n2024-06-01,1\n")
                .post("/api/imports")
                .then()
                .statusCode(403);
    }

    private ValidatableResponse take(String name, String body, String more) {
        return Door.with(farm.session())
                .contentType("text/plain")
                .body(body)
                .post("/api/imports?site=home&file=" + name + more)
                .then();
    }
}
