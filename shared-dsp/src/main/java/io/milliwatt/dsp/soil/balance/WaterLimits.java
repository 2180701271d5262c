package io.milliwatt.dsp.soil.balance;

import io.milliwatt.dsp.soil.quantity.WaterContent;

/** Between which contents a soil gives water to roots; the same content twice is a layer that gives none. */
public record WaterLimits(WaterContent fieldCapacity, WaterContent wiltingPoint) {

    private static final double MILLIMETRES_PER_METRE = 1000;

    public WaterLimits {
        if (fieldCapacity.compareTo(wiltingPoint) < 0) {
            throw new IllegalArgumentException("Field capacity does not lie below the wilting point, but they are "
                    + fieldCapacity.fraction() + " and " + wiltingPoint.fraction() + " m³/m³");
        }
    }

    public static WaterLimits ofFractions(double fieldCapacity, double wiltingPoint) {
        return new WaterLimits(WaterContent.ofFraction(fieldCapacity), WaterContent.ofFraction(wiltingPoint));
    }

    /** Available water in a metre of this soil, mm. */
    double availablePerMetre() {
        return MILLIMETRES_PER_METRE * (fieldCapacity.fraction() - wiltingPoint.fraction());
    }

    /** Water that evaporation can take from a metre of this soil: down to half the wilting point (FAO-56 eq. 73), mm. */
    double evaporablePerMetre() {
        return MILLIMETRES_PER_METRE * (fieldCapacity.fraction() - 0.5 * wiltingPoint.fraction());
    }
}
