package io.milliwatt.irrigation.adapter;

import io.milliwatt.testkit.Door;
import io.restassured.response.ValidatableResponse;

/** A small farm as a person sets it up through the app's own door: one field of 4 ha, zones of cotton on loam under drip. */
public final class TestFarm {

    public static final String SITE = "home";
    public static final String FIELD = "north";
    public static final String SOURCE = "well-1";

    private final String session;

    private TestFarm(String session) {
        this.session = session;
    }

    /** Signs in as the agronomist and sets up everything but zones. */
    public static TestFarm setUp() {
        TestFarm farm = new TestFarm(Door.session("agronomist", "spade"));
        farm.put("/api/sites/" + SITE, """
                {"name": "Home farm", "timeZone": "Europe/Madrid", "latitudeDegrees": 38.9, "longitudeDegrees": -6.3,
                 "elevationMetres": 210, "currency": "EUR"}""").statusCode(200);
        farm.put("/api/fields/" + FIELD, """
                {"siteId": "home", "name": "North field", "outline": {"type": "Polygon", "coordinates":
                 [[[-6.3, 38.9], [-6.2977, 38.9], [-6.2977, 38.9018], [-6.3, 38.9018], [-6.3, 38.9]]]}}""").statusCode(200);
        farm.put("/api/soils/loam", """
                {"name": "Loam", "layers": [
                 {"bottomMillimetres": 300, "sandPercent": 40, "clayPercent": 20, "organicMatterPercent": 2.5},
                 {"bottomMillimetres": 1200, "fieldCapacity": 0.27, "wiltingPoint": 0.13, "saturation": 0.44}]}""").statusCode(200);
        farm.put("/api/sources/" + SOURCE, """
                {"siteId": "home", "name": "Well 1", "kind": "well", "maximumFlowCubicMetresPerHour": 60,
                 "maximumCubicMetresPerNight": 800, "costPerCubicMetre": 0.05,
                 "pump": {"maximumFlowCubicMetresPerHour": 60, "powerKilowatts": 11, "costPerKilowattHour": 0.15}}""").statusCode(200);
        return farm;
    }

    public String session() {
        return session;
    }

    /** A zone of 1 ha of cotton with a valve and a probe of three depths on one node, each named after the zone. */
    public void zone(String id, long node, String plantedOn) {
        put("/api/zones/" + id + "/settings", """
                {"fieldId": "north", "name": "Zone %s", "areaHectares": 1.0, "soilId": "loam", "cropId": "cotton",
                 "plantedOn": "%s", "system": "drip", "flowCubicMetresPerHour": 30}""".formatted(id, plantedOn)).statusCode(200);
        put("/api/valves/" + id + "-valve", """
                {"zoneId": "%s", "sourceId": "well-1", "name": "Valve %s", "nodeId": %d, "output": 0,
                 "maximumOpenSeconds": 14400}""".formatted(id, id, node)).statusCode(200);
        put("/api/probes/" + id + "-probe", """
                {"zoneId": "%s", "name": "Probe %s", "nodeId": %d, "depthsMillimetres": [100, 300, 600],
                 "installedAt": "2026-01-01T00:00:00Z"}""".formatted(id, id, node)).statusCode(200);
    }

    public ValidatableResponse put(String path, String body) {
        return Door.with(session)
                .contentType("application/json")
                .body(body)
                .put(path)
                .then()
                .log()
                .ifValidationFails();
    }

    public ValidatableResponse post(String path, String body) {
        return Door.with(session)
                .contentType("application/json")
                .body(body)
                .post(path)
                .then()
                .log()
                .ifValidationFails();
    }

    public ValidatableResponse get(String path) {
        return Door.with(session).get(path).then().log().ifValidationFails();
    }

    public ValidatableResponse delete(String path) {
        return Door.with(session).delete(path).then().log().ifValidationFails();
    }
}
