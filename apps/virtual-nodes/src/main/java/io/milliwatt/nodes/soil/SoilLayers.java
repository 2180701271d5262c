package io.milliwatt.nodes.soil;

import java.util.Arrays;

/**
 * Water in layers of 100 mm down to a metre: rain and irrigation enter from above, what stands above field capacity drains downwards, the
 * uppermost layer evaporates, roots draw on the rest until the wilting point.
 */
public final class SoilLayers {
    private static final int LAYERS = 10;
    private static final double LAYER_MILLIMETRES = 100;
    /** Share of the water above field capacity that leaves a layer in an hour. */
    private static final double DRAINAGE_PER_HOUR = 0.12;
    /** Share of a difference between neighbours that evens out in an hour. */
    private static final double EVENING_PER_HOUR = 0.0008;

    private static final double EVAPORATED_SHARE = 0.25;
    /** Of the available water; below it the crop closes its leaves. */
    private static final double EASY_SHARE = 0.5;

    private final FieldScenario field;
    private final double[] fraction;

    public SoilLayers(FieldScenario field) {
        this.field = field;
        fraction = new double[LAYERS];
        double available = capacity() - wilting();
        for (int layer = 0; layer < LAYERS; layer++) {
            double gone = field.depletedAtBegin() * (middle(layer) < field.rootMillimetres() ? 1 : 0.3);
            fraction[layer] = capacity() - available * gone;
        }
    }

    /** As {@link #waterFractions} gave it. */
    public SoilLayers(FieldScenario field, double[] waterFractions) {
        if (waterFractions.length != LAYERS) {
            throw new IllegalArgumentException(
                    "The soil has " + LAYERS + " layers, not " + waterFractions.length + ".");
        }
        this.field = field;
        fraction = waterFractions.clone();
    }

    public double[] waterFractions() {
        return fraction.clone();
    }

    private double capacity() {
        return field.fieldCapacityPercent() / 100;
    }

    private double wilting() {
        return field.wiltingPointPercent() / 100;
    }

    private static double middle(int layer) {
        return (layer + 0.5) * LAYER_MILLIMETRES;
    }

    /**
     * Lets time go by.
     *
     * @param hours at most one, so that layers do not empty past their neighbours
     * @param waterMillimetres of rain and irrigation in that time
     * @param evapotranspirationMillimetres of reference grass in that time
     */
    public void pass(double hours, double waterMillimetres, double evapotranspirationMillimetres) {
        enter(waterMillimetres);
        drain(hours);
        draw(evapotranspirationMillimetres);
    }

    /** Fills from above; what finds no room in the upper three layers runs off. */
    private void enter(double millimetres) {
        double left = millimetres;
        for (int layer = 0; layer < 3 && left > 0; layer++) {
            double room = Math.max(0, (field.saturationPercent() / 100 - fraction[layer]) * LAYER_MILLIMETRES);
            double taken = Math.min(room, left);
            fraction[layer] += taken / LAYER_MILLIMETRES;
            left -= taken;
        }
    }

    private void drain(double hours) {
        double share = 1 - Math.exp(-DRAINAGE_PER_HOUR * hours);
        double evening = EVENING_PER_HOUR * hours;
        for (int layer = 0; layer < LAYERS; layer++) {
            double leaving = Math.max(0, fraction[layer] - capacity()) * share;
            fraction[layer] -= leaving;
            if (layer + 1 < LAYERS) {
                double evened = (fraction[layer] - fraction[layer + 1]) * evening;
                fraction[layer] -= evened;
                fraction[layer + 1] += leaving + evened;
            }
        }
    }

    private void draw(double millimetres) {
        double evaporated = EVAPORATED_SHARE * millimetres * wetness(0);
        fraction[0] = Math.max(wilting() / 2, fraction[0] - evaporated / LAYER_MILLIMETRES);
        double rooted = 0;
        for (int layer = 0; layer < LAYERS; layer++) {
            rooted += roots(layer);
        }
        double wanted = millimetres * field.cropCoefficient() * (1 - EVAPORATED_SHARE);
        for (int layer = 0; layer < LAYERS && rooted > 0; layer++) {
            double stress = Math.clamp(wetness(layer) / EASY_SHARE, 0, 1);
            fraction[layer] -= wanted * roots(layer) / rooted * stress / LAYER_MILLIMETRES;
        }
    }

    /** 0 at the wilting point and below, 1 at field capacity and above. */
    private double wetness(int layer) {
        return Math.clamp((fraction[layer] - wilting()) / (capacity() - wilting()), 0, 1);
    }

    /** Fewer with depth, none below the root zone. */
    private double roots(int layer) {
        return Math.max(0, 1 - middle(layer) / field.rootMillimetres());
    }

    /** Per cent by volume at a depth, between the middles of layers in proportion. */
    public double percentAt(int depthMillimetres) {
        double place = Math.clamp(depthMillimetres / LAYER_MILLIMETRES - 0.5, 0, LAYERS - 1.0);
        int upper = (int) Math.min(place, LAYERS - 2.0);
        double share = place - upper;
        return 100 * ((1 - share) * fraction[upper] + share * fraction[upper + 1]);
    }

    @Override
    public String toString() {
        return Arrays.toString(fraction);
    }
}
