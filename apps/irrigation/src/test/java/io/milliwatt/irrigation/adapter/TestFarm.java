package io.milliwatt.irrigation.adapter;

import io.milliwatt.testkit.Door;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;

/** A small farm as a person sets it up through the app's own door: one field of 4 ha, zones of cotton on loam under drip. */
public final class TestFarm {

    public static final String SITE = "home";
    public static final String FIELD = "north";
    public static final String SOURCE = "well-1";

    private final String session;

    private TestFarm(String session) {
        this.session = session;
    }

    /** Waits for the app, signs in as the agronomist and sets up everything but zones. */
    public static TestFarm setUp() {
        Door.awaitReady();
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

    /**
     * A further site with one field, named after it; nothing tells of its weather. Sites are in the order of their ids, so one before {@link #SITE}
     * would be the farm shown first.
     */
    public void site(String id) {
        put("/api/sites/" + id, """
                {"name": "Site %s", "timeZone": "Europe/Madrid", "latitudeDegrees": 38.9, "longitudeDegrees": -6.3,
                 "elevationMetres": 210, "currency": "EUR"}""".formatted(id)).statusCode(200);
        put("/api/fields/" + id + "-field", """
                {"siteId": "%s", "name": "Field", "outline": {"type": "Polygon", "coordinates":
                 [[[-6.3, 38.9], [-6.2977, 38.9], [-6.2977, 38.9018], [-6.3, 38.9018], [-6.3, 38.9]]]}}""".formatted(id)).statusCode(200);
    }

    /**
     * A zone of 1 ha on loam under drip in a further site's field, without valve and probe.
     *
     * @param more further settings as JSON, each after a comma
     */
    public void zone(String id, String site, String crop, LocalDate plantedOn, String more) {
        put("/api/zones/" + id + "/settings", """
                {"fieldId": "%s-field", "name": "Zone %s", "areaHectares": 1.0, "soilId": "loam", "cropId": "%s",
                 "plantedOn": "%s", "system": "drip", "flowCubicMetresPerHour": 30%s}""".formatted(site, id, crop, plantedOn, more))
                .statusCode(200);
    }

    /** A probe of three depths, named after its zone. */
    public void probe(String zone, long node) {
        put("/api/probes/" + zone + "-probe", """
                {"zoneId": "%s", "name": "Probe %s", "nodeId": %d, "depthsMillimetres": [100, 300, 600],
                 "installedAt": "2026-01-01T00:00:00Z"}""".formatted(zone, zone, node)).statusCode(200);
    }

    /** A zone of 1 ha of cotton with a valve and a probe of three depths on one node, each named after the zone. */
    public void zone(String id, long node, String plantedOn) {
        put("/api/zones/" + id + "/settings", """
                {"fieldId": "north", "name": "Zone %s", "areaHectares": 1.0, "soilId": "loam", "cropId": "cotton",
                 "plantedOn": "%s", "system": "drip", "flowCubicMetresPerHour": 30}""".formatted(id, plantedOn)).statusCode(200);
        put("/api/valves/" + id + "-valve", """
                {"zoneId": "%s", "sourceId": "well-1", "name": "Valve %s", "nodeId": %d, "output": 0,
                 "maximumOpenSeconds": 14400}""".formatted(id, id, node)).statusCode(200);
        probe(id, node);
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
