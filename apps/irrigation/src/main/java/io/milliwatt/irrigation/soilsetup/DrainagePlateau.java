package io.milliwatt.irrigation.soilsetup;

import io.milliwatt.dsp.soil.balance.WaterLimits;
import io.milliwatt.dsp.soil.quantity.WaterContent;
import io.milliwatt.irrigation.zone.LimitsOrigin;
import io.milliwatt.irrigation.zone.SoilHorizon;
import java.util.List;

/**
 * The field capacity that a sensor itself shows: where its readings stay when a wetted soil has drained and the crop has not yet drawn on it.
 *
 * @param fieldCapacity median of the events' plateaus
 * @param events wettings that were followed to their plateau
 * @param spread of the plateaus: half of the range that holds the middle half, m³/m³
 */
public record DrainagePlateau(WaterContent fieldCapacity, int events, double spread) {

    private static final int LEAST_EVENTS = 3;
    private static final double LARGEST_SPREAD = 0.015;

    /** Whether it is sure enough to be offered to a person. */
    public boolean offered() {
        return events >= LEAST_EVENTS && spread <= LARGEST_SPREAD;
    }

    /** The layer with the observed field capacity; the wilting point keeps its distance only where it would lie above. */
    public SoilHorizon adoptedBy(SoilHorizon horizon) {
        double wilting = Math.min(horizon.limits().wiltingPoint().fraction(), fieldCapacity.fraction() - 0.01);
        return horizon.withLimits(
                WaterLimits.ofFractions(fieldCapacity.fraction(), Math.max(0, wilting)), LimitsOrigin.DRAINAGE_PLATEAU);
    }

    /** @param plateaus of single events, at least one */
    static DrainagePlateau of(List<Double> plateaus) {
        List<Double> sorted = plateaus.stream().sorted().toList();
        return new DrainagePlateau(
                WaterContent.ofFraction(at(sorted, 0.5)), sorted.size(), (at(sorted, 0.75) - at(sorted, 0.25)) / 2);
    }

    private static double at(List<Double> sorted, double part) {
        double place = part * (sorted.size() - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.size() - 1);
        return sorted.get(below) + (place - below) * (sorted.get(above) - sorted.get(below));
    }
}
