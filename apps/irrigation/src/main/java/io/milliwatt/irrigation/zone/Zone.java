package io.milliwatt.irrigation.zone;

import io.milliwatt.irrigation.field.Outline;
import io.milliwatt.irrigation.reason.Setting;
import io.milliwatt.irrigation.site.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A part of a field that is watered together.
 *
 * @param outline its own on the map; empty where it is the whole field
 * @param areaHectares that is watered
 * @param soil empty until somebody has set it; without one there is no balance
 * @param planting empty where nothing grows
 * @param allocation empty where water is not limited
 * @param waterQuality empty where salt is no matter
 */
public record Zone(
        String id,
        String fieldId,
        String name,
        Optional<Outline> outline,
        double areaHectares,
        Optional<ZoneSoil> soil,
        Optional<Planting> planting,
        IrrigationMethod method,
        RefillRule refill,
        Optional<Allocation> allocation,
        Optional<WaterQuality> waterQuality) {

    private static final double LARGEST_HECTARES = 10_000;
    private static final double CUBIC_METRES_PER_HECTARE_MILLIMETRE = 10;

    public Zone {
        Identifier.require("zone", id);
        Identifier.require("field", fieldId);
        Identifier.requireName("zone", name);
        Setting.ZONE_AREA.requireAbove(areaHectares, 0, LARGEST_HECTARES);
    }

    public double cubicMetres(double millimetres) {
        return millimetres * areaHectares * CUBIC_METRES_PER_HECTARE_MILLIMETRE;
    }

    public double millimetres(double cubicMetres) {
        return cubicMetres / (areaHectares * CUBIC_METRES_PER_HECTARE_MILLIMETRE);
    }

    /** Part of the water let in that the root zone gets, without what is lost and what washes salt down. */
    public double netPart() {
        return method.efficiency() * (1 - leachingFraction());
    }

    /** Of the water that reaches the soil, 0 where salt is no matter. */
    public double leachingFraction() {
        return waterQuality.map(WaterQuality::leachingFraction).orElse(0.0);
    }

    public double rateMillimetresPerHour() {
        return method.rateMillimetresPerHour(areaHectares);
    }

    /** What must be entered before a balance can be drawn; empty where all is there. */
    public List<SetupGap> gaps() {
        List<SetupGap> gaps = new ArrayList<>();
        if (soil.isEmpty()) {
            gaps.add(SetupGap.NO_SOIL);
        }
        if (planting.isEmpty()) {
            gaps.add(SetupGap.NO_CROP);
        }
        return gaps;
    }
}
