package io.milliwatt.dsp.soil.texture;

import io.milliwatt.dsp.soil.quantity.SoilTension;
import io.milliwatt.dsp.soil.quantity.WaterContent;

/**
 * Water of a soil by its texture (Saxton and Rawls 2006, Soil Science Society of America Journal 70:1569). The equations were fitted to over 2,000
 * horizons; a single soil's field capacity is still off by some 0.03 to 0.05 m³/m³, and a season of readings corrects it.
 *
 * @param wiltingPoint at 1500 kPa, of the soil with its gravel
 * @param fieldCapacity at 33 kPa, of the soil with its gravel
 * @param saturation of the soil with its gravel
 * @param saturatedConductivity mm/h, of the soil with its gravel
 * @param matricDensity Mg/m³, of the fine earth
 * @param lambda slope of the logarithmic tension and moisture curve
 */
public record SaxtonRawls2006(
        WaterContent wiltingPoint,
        WaterContent fieldCapacity,
        WaterContent saturation,
        double saturatedConductivity,
        double matricDensity,
        double lambda) {

    private static final double PARTICLE_DENSITY = 2.65;
    private static final double PERCENT = 100;
    private static final double LEAST_POROSITY_ABOVE_FIELD_CAPACITY = 0.005;

    public static SaxtonRawls2006 of(SoilTexture texture) {
        return of(texture, 1, 0);
    }

    /**
     * @param densityFactor 0.9 loose to 1.2 compacted, 1 as usual for the texture (eq. 7 to 10)
     * @param gravelPercentOfMass 0 to 80 (eq. 19 to 22)
     */
    public static SaxtonRawls2006 of(SoilTexture texture, double densityFactor, double gravelPercentOfMass) {
        if (!(densityFactor >= 0.9 && densityFactor <= 1.3)) {
            throw new IllegalArgumentException(
                    "A density factor lies between 0.9 (loose) and 1.3 (hard), not " + densityFactor);
        }
        if (!(gravelPercentOfMass >= 0 && gravelPercentOfMass <= 80)) {
            throw new IllegalArgumentException(
                    "Gravel makes up 0 to 80 % of a soil, not " + gravelPercentOfMass + " %");
        }
        double sand = texture.sandPercent() / PERCENT;
        double clay = texture.clayPercent() / PERCENT;
        double organic = texture.organicMatterPercent();
        double wilting = wiltingPoint(sand, clay, organic);
        double capacity = fieldCapacity(sand, clay, organic);
        double drainable = drainable(sand, clay, organic);
        double usualSaturation = capacity + drainable - 0.097 * sand + 0.043;
        double density = (1 - usualSaturation) * PARTICLE_DENSITY * densityFactor;
        double saturation = 1 - density / PARTICLE_DENSITY;
        double packedCapacity = Math.min(
                capacity - 0.2 * (usualSaturation - saturation), saturation - LEAST_POROSITY_ABOVE_FIELD_CAPACITY);
        double packedWilting = Math.min(wilting, packedCapacity - LEAST_POROSITY_ABOVE_FIELD_CAPACITY);
        double lambda = Math.log(packedCapacity / packedWilting)
                / Math.log(SoilTension.WILTING_POINT.kilopascals() / SoilTension.FIELD_CAPACITY.kilopascals());
        double conductivity = 1930 * Math.pow(saturation - packedCapacity, 3 - lambda);
        return withGravel(
                packedWilting,
                packedCapacity,
                saturation,
                conductivity,
                density,
                lambda,
                gravelPercentOfMass / PERCENT);
    }

    /** What roots can take: field capacity less wilting point. */
    public double availableFraction() {
        return fieldCapacity.fraction() - wiltingPoint.fraction();
    }

    /** Eq. 1. */
    private static double wiltingPoint(double sand, double clay, double organic) {
        double first = -0.024 * sand
                + 0.487 * clay
                + 0.006 * organic
                + 0.005 * sand * organic
                - 0.013 * clay * organic
                + 0.068 * sand * clay
                + 0.031;
        return first + 0.14 * first - 0.02;
    }

    /** Eq. 2. */
    private static double fieldCapacity(double sand, double clay, double organic) {
        double first = -0.251 * sand
                + 0.195 * clay
                + 0.011 * organic
                + 0.006 * sand * organic
                - 0.027 * clay * organic
                + 0.452 * sand * clay
                + 0.299;
        return first + 1.283 * first * first - 0.374 * first - 0.015;
    }

    /** Eq. 3: pores between saturation and 33 kPa. */
    private static double drainable(double sand, double clay, double organic) {
        double first = 0.278 * sand
                + 0.034 * clay
                + 0.022 * organic
                - 0.018 * sand * organic
                - 0.027 * clay * organic
                - 0.584 * sand * clay
                + 0.078;
        return first + 0.636 * first - 0.107;
    }

    private static SaxtonRawls2006 withGravel(
            double wilting,
            double capacity,
            double saturation,
            double conductivity,
            double density,
            double lambda,
            double gravelOfMass) {
        double alpha = density / PARTICLE_DENSITY;
        double gravelOfVolume = alpha * gravelOfMass / (1 - gravelOfMass * (1 - alpha));
        double fine = 1 - gravelOfVolume;
        double slowed = (1 - gravelOfMass) / (1 - gravelOfMass * (1 - 1.5 * alpha));
        return new SaxtonRawls2006(
                WaterContent.ofFraction(Math.max(0, wilting) * fine),
                WaterContent.ofFraction(capacity * fine),
                WaterContent.ofFraction(saturation * fine),
                conductivity * slowed,
                density,
                lambda);
    }
}
