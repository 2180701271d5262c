package io.milliwatt.workbench.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lays the zones of a farm out on the ground: two rows of fields, zones of a field side by side, each of its own area. */
final class FarmOutlines {
    private static final double METRES_PER_DEGREE = 111_320;
    private static final double WIDTH_TO_HEIGHT = 0.7;
    private static final double GAP_METRES = 4;
    private static final double FIELD_MARGIN_METRES = 5;
    private static final double LOWER_ROW_METRES = 60;

    private final Farm farm;
    private final Map<String, Map<String, Object>> fields = new LinkedHashMap<>();
    private final Map<String, Map<String, Object>> zones = new LinkedHashMap<>();

    FarmOutlines(Farm farm, List<Farm.Zone> all) {
        this.farm = farm;
        Map<String, List<Farm.Zone>> byField = new LinkedHashMap<>();
        all.forEach(zone ->
                byField.computeIfAbsent(zone.field(), name -> new ArrayList<>()).add(zone));
        double east = 0;
        double widest = 0;
        int laid = 0;
        for (Map.Entry<String, List<Farm.Zone>> field : byField.entrySet()) {
            boolean below = laid % 2 == 1;
            double width = lay(field.getKey(), field.getValue(), east, below ? LOWER_ROW_METRES : 0);
            widest = Math.max(widest, width);
            if (below) {
                east += widest + FIELD_MARGIN_METRES;
                widest = 0;
            }
            laid++;
        }
    }

    /** A GeoJSON geometry by the name of the field. */
    Map<String, Map<String, Object>> fields() {
        return fields;
    }

    /** A GeoJSON geometry by the id of the zone. */
    Map<String, Map<String, Object>> zones() {
        return zones;
    }

    /** Returns the width that it took. */
    private double lay(String field, List<Farm.Zone> inIt, double left, double south) {
        double east = left;
        double height = 0;
        for (Farm.Zone zone : inIt) {
            double area = zone.soil().valve().areaSquareMetres();
            double zoneWidth = Math.sqrt(area * WIDTH_TO_HEIGHT);
            zones.put(zone.id(), rectangle(east, south, zoneWidth, area / zoneWidth));
            east += zoneWidth + GAP_METRES;
            height = Math.max(height, area / zoneWidth);
        }
        fields.put(
                field,
                rectangle(
                        left - FIELD_MARGIN_METRES,
                        south - FIELD_MARGIN_METRES,
                        east - GAP_METRES - left + 2 * FIELD_MARGIN_METRES,
                        height + 2 * FIELD_MARGIN_METRES));
        return east - left + FIELD_MARGIN_METRES;
    }

    private Map<String, Object> rectangle(double east, double south, double width, double height) {
        List<List<Double>> ring = List.of(
                position(east, south),
                position(east, south + height),
                position(east + width, south + height),
                position(east + width, south),
                position(east, south));
        return Map.of("type", "Polygon", "coordinates", List.of(ring));
    }

    private List<Double> position(double eastMetres, double southMetres) {
        double shrink = Math.cos(Math.toRadians(farm.latitudeDegrees()));
        return List.of(
                farm.longitudeDegrees() + eastMetres / (METRES_PER_DEGREE * shrink),
                farm.latitudeDegrees() - southMetres / METRES_PER_DEGREE);
    }
}
