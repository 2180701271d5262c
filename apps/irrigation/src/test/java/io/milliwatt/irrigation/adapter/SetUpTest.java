package io.milliwatt.irrigation.adapter;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.milliwatt.testkit.EmbeddedDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Setting up a farm: what is entered comes back, what cannot be is refused with a sentence, and all of it is in the audit trail. */
@QuarkusTest
@QuarkusTestResource(EmbeddedDatabase.class)
class SetUpTest {

    private TestFarm farm;

    @BeforeEach
    void setUp() {
        farm = TestFarm.setUp();
    }

    @Test
    void whatIsEnteredOfAZoneComesBack() {
        farm.zone("set-up-1", 9101, "2026-04-20");
        farm.get("/api/zones/set-up-1/settings")
                .statusCode(200)
                .body("name", equalTo("Zone set-up-1"))
                .body("cropId", equalTo("cotton"))
                .body("plantedOn", equalTo("2026-04-20"))
                .body("outline", nullValue());
        farm.get("/api/audit?subject=zone:set-up-1")
                .body("[0].action", equalTo("zone-set"))
                .body("[0].by", equalTo("agronomist"));
    }

    @Test
    void aZoneMayLackASoilButNotNameOneThatIsNotThere() {
        farm.put("/api/zones/set-up-2/settings", """
                {"fieldId": "north", "name": "Bare", "system": "sprinkler", "flowCubicMetresPerHour": 40}""").statusCode(200);
        farm.put("/api/zones/set-up-2/settings", """
                {"fieldId": "north", "name": "Bare", "soilId": "moon", "system": "sprinkler", "flowCubicMetresPerHour": 40}""")
                .statusCode(400)
                .body("detail", containsString("There is no soil 'moon'"));
    }

    @Test
    void whatCannotBeIsToldAsACodeWithItsFigures() {
        farm.put("/api/zones/set-up-5/settings", """
                {"fieldId": "north", "name": "None", "areaHectares": 0, "system": "sprinkler", "flowCubicMetresPerHour": 40}""")
                .statusCode(400)
                .body("code", equalTo("zone.invalid"))
                .body("detail", equalTo("The zone area is 0 ha; it must be above 0 and at most 10000 ha."))
                .body("reason.code", equalTo("out-of-range-above"))
                .body("reason.texts.setting", equalTo("zone-area"))
                .body("reason.numbers.most", equalTo(10000f));
        farm.put("/api/soils/turned", """
                {"name": "Turned", "layers": [{"bottomMillimetres": 600, "fieldCapacity": 0.13, "wiltingPoint": 0.27}]}""")
                .statusCode(400)
                .body("reason.code", equalTo("wilting-above-capacity"))
                .body("reason.numbers.wiltingPercent", equalTo(27f));
        farm.put("/api/soils/rich", """
                {"name": "Rich", "layers": [{"bottomMillimetres": 600, "sandPercent": 70, "clayPercent": 60}]}""").statusCode(400).body("reason.code", equalTo("texture-impossible"));
        farm.delete("/api/sources/well-99")
                .statusCode(404)
                .body("reason.code", equalTo("not-there"))
                .body("reason.texts.thing", equalTo("source"));
    }

    @Test
    void anOutputDrivesOneValveAndANodeIsOneProbe() {
        farm.zone("set-up-3", 9103, "2026-04-20");
        farm.put("/api/valves/another", """
                {"zoneId": "set-up-3", "sourceId": "well-1", "name": "Another", "nodeId": 9103, "output": 0,
                 "maximumOpenSeconds": 600}""").statusCode(409).body("code", equalTo("valve.output-taken"));
        farm.put("/api/probes/another", """
                {"zoneId": "set-up-3", "name": "Another", "nodeId": 9103, "depthsMillimetres": [100],
                 "installedAt": "2026-01-01T00:00:00Z"}""")
                .statusCode(409)
                .body("code", equalTo("probe.node-taken"))
                .body("reason.texts.probe", equalTo("set-up-3-probe"));
        farm.delete("/api/sources/well-1").statusCode(409).body("reason.code", equalTo("in-use"));
    }

    @Test
    void aZoneGoesWithWhatWasReckonedForItButNotWithItsValve() {
        farm.zone("set-up-4", 9104, "2026-04-20");
        farm.post("/api/zones/set-up-4/recommendation/refresh", "").statusCode(200);
        farm.delete("/api/zones/set-up-4").statusCode(409);
        farm.delete("/api/valves/set-up-4-valve").statusCode(204);
        farm.delete("/api/probes/set-up-4-probe").statusCode(204);
        farm.delete("/api/zones/set-up-4").statusCode(204);
        farm.get("/api/zones/set-up-4").statusCode(404);
    }

    @Test
    void outlinesComeFromGeoJsonAndABadOneIsToldWithoutStoppingTheRest() {
        String outlines = """
                {"type": "FeatureCollection", "features": [
                 {"type": "Feature", "properties": {"name": "Cañada west", "kind": "field"}, "geometry": {"type": "Polygon",
                  "coordinates": [[[-6.31, 38.9], [-6.305, 38.9], [-6.305, 38.904], [-6.31, 38.904], [-6.31, 38.9]]]}},
                 {"type": "Feature", "properties": {"name": "West 1", "kind": "zone", "fieldId": "canada-west"}, "geometry":
                  {"type": "Polygon", "coordinates": [[[-6.31, 38.9], [-6.3075, 38.9], [-6.3075, 38.904], [-6.31, 38.904], [-6.31, 38.9]]]}},
                 {"type": "Feature", "properties": {"name": "Well", "kind": "field"}, "geometry": {"type": "Point", "coordinates": [1, 2]}}
                ]}""";
        farm.post("/api/fields/import?dryRun=true", outlines).statusCode(200).body("fields", equalTo(1));
        farm.get("/api/fields").body("id.findAll { it == 'canada-west' }", hasSize(0));
        farm.post("/api/fields/import", outlines)
                .statusCode(200)
                .body("fields", equalTo(1))
                .body("zones", equalTo(1))
                .body("refused[0].name", equalTo("Well"))
                .body("refused[0].reason.code", equalTo("outline-no-polygon"))
                .body("refused[0].reason.texts.shape", equalTo("Point"));
        farm.get("/api/fields").body("id", hasItem("canada-west"));
        farm.get("/api/zones/west-1/settings").statusCode(200).body("fieldId", equalTo("canada-west"));
    }
}
