package io.milliwatt.workbench.demo;

import java.text.Normalizer;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Enters a farm at the irrigation console as an agronomist would: site, fields, soils, sources, zones, probes and valves, and what lies behind it. */
final class FarmSettlement {
    private static final double WELL_FLOW_CUBIC_METRES_PER_HOUR = 6;
    private static final double WELL_CUBIC_METRES_PER_NIGHT = 60;
    private static final double CANAL_FLOW_CUBIC_METRES_PER_HOUR = 4;
    private static final double ALLOCATION_CUBIC_METRES = 4000;
    private static final int SOIL_DEPTH_MILLIMETRES = 1500;
    private static final double PERCENT = 100;
    private static final Duration PROBES_LIE_FOR = Duration.ofDays(60);

    /** Every crop of the demo is then in the middle of its season, when it uses most water. */
    private static final int DAYS_SINCE_PLANTING = 75;

    private final RestClient console;
    private final Secrets secrets;
    private final Clock clock = Clock.systemUTC();

    FarmSettlement(Ports ports, Secrets secrets) {
        this.console = RestClient.of("irrigation console", ports.irrigation());
        this.secrets = secrets;
    }

    /** What is there already is entered again and stays as it is. */
    void settle(Farm farm, List<Farm.Zone> zones) {
        console.logIn(Account.AGRONOMIST, secrets.agronomistPassword());
        console.put(
                "/api/sites/" + farm.id(),
                Map.of(
                        "name", farm.name(),
                        "timeZone", farm.timeZone(),
                        "latitudeDegrees", farm.latitudeDegrees(),
                        "longitudeDegrees", farm.longitudeDegrees(),
                        "elevationMetres", farm.elevationMetres()));
        console.put("/api/sources/" + slug(Farm.Source.WELL.name()), well(farm));
        console.put("/api/sources/" + slug(Farm.Source.CANAL.name()), canal(farm));
        FarmOutlines outlines = new FarmOutlines(farm, zones);
        outlines.fields()
                .forEach((name, outline) -> console.put(
                        "/api/fields/" + slug(name), Map.of("siteId", farm.id(), "name", name, "outline", outline)));
        for (Farm.Zone zone : zones) {
            console.put("/api/soils/" + slug(zone.texture()), soil(zone));
            console.put(
                    "/api/zones/" + zone.id() + "/settings",
                    zone(zone, outlines.zones().get(zone.id())));
            console.put("/api/valves/" + zone.id() + "-valve", valve(zone));
            console.put("/api/probes/" + zone.id() + "-probe", probe(zone));
        }
        tellThePast(farm, zones);
    }

    private void tellThePast(Farm farm, List<Farm.Zone> zones) {
        LocalDate today = LocalDate.now(clock.withZone(ZoneId.of(farm.timeZone())));
        console.postText(
                "/api/imports?kind=station-csv&file=station.csv&site=" + farm.id(), FarmHistory.weather(farm, today));
        for (Farm.Zone zone : zones) {
            console.postText(
                    "/api/imports?kind=station-csv&file=" + zone.id() + ".csv&site=" + farm.id() + "&zone=" + zone.id(),
                    FarmHistory.irrigation(zone, today));
        }
    }

    private Map<String, Object> well(Farm farm) {
        LocalDate today = LocalDate.now(clock);
        return Map.of(
                "siteId",
                farm.id(),
                "name",
                "Well",
                "kind",
                "well",
                "maximumFlowCubicMetresPerHour",
                WELL_FLOW_CUBIC_METRES_PER_HOUR,
                "maximumCubicMetresPerNight",
                WELL_CUBIC_METRES_PER_NIGHT,
                "costPerCubicMetre",
                0.06,
                "allocation",
                Map.of(
                        "from", today.withDayOfYear(1).toString(),
                        "to", today.withDayOfYear(today.lengthOfYear()).toString(),
                        "cubicMetres", ALLOCATION_CUBIC_METRES));
    }

    private static Map<String, Object> canal(Farm farm) {
        return Map.of(
                "siteId",
                farm.id(),
                "name",
                "Canal",
                "kind",
                "canal",
                "maximumFlowCubicMetresPerHour",
                CANAL_FLOW_CUBIC_METRES_PER_HOUR,
                "costPerCubicMetre",
                0.03);
    }

    private static Map<String, Object> soil(Farm.Zone zone) {
        Farm.Soil soil = zone.soil();
        return Map.of(
                "name",
                zone.texture().substring(0, 1).toUpperCase(Locale.ROOT)
                        + zone.texture().substring(1),
                "layers",
                List.of(Map.of(
                        "bottomMillimetres", SOIL_DEPTH_MILLIMETRES,
                        "fieldCapacity", soil.fieldCapacityPercent() / PERCENT,
                        "wiltingPoint", soil.wiltingPointPercent() / PERCENT,
                        "saturation", soil.saturationPercent() / PERCENT,
                        "origin", "measured")));
    }

    private Map<String, Object> zone(Farm.Zone zone, Map<String, Object> outline) {
        Map<String, Object> body = new HashMap<>();
        body.put("fieldId", slug(zone.field()));
        body.put("name", zone.name());
        body.put("outline", outline);
        body.put("areaHectares", zone.soil().valve().hectares());
        body.put("soilId", slug(zone.texture()));
        body.put("cropId", zone.crop());
        body.put(
                "plantedOn", LocalDate.now(clock).minusDays(DAYS_SINCE_PLANTING).toString());
        body.put("maximumRootDepthMillimetres", zone.soil().rootMillimetres());
        body.put("system", "drip");
        body.put("flowCubicMetresPerHour", zone.soil().valve().cubicMetresPerHour());
        return body;
    }

    private static Map<String, Object> valve(Farm.Zone zone) {
        return Map.of(
                "zoneId",
                zone.id(),
                "sourceId",
                slug(zone.source().name()),
                "name",
                "Valve of " + zone.name(),
                "nodeId",
                zone.nodeId(),
                "output",
                0,
                "maximumOpenSeconds",
                zone.soil().valve().maximumSeconds(),
                "litresPerPulse",
                zone.soil().valve().millilitresPerPulse() / 1000);
    }

    private Map<String, Object> probe(Farm.Zone zone) {
        return Map.of(
                "zoneId", zone.id(),
                "name", "Probe in " + zone.name(),
                "nodeId", zone.nodeId(),
                "depthsMillimetres", zone.soil().depthsMillimetres(),
                "installedAt",
                        clock.instant()
                                        .minus(PROBES_LIE_FOR)
                                        .atOffset(ZoneOffset.UTC)
                                        .toLocalDate() + "T12:00:00Z");
    }

    private static String slug(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-");
    }
}
