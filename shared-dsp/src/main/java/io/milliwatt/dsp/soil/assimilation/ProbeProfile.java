package io.milliwatt.dsp.soil.assimilation;

import io.milliwatt.dsp.soil.balance.FieldSoil;
import io.milliwatt.dsp.soil.balance.LayeredSoil;
import io.milliwatt.dsp.soil.balance.SoilLayer;
import io.milliwatt.dsp.soil.balance.UniformSoil;
import io.milliwatt.dsp.soil.balance.WaterLimits;
import java.util.Comparator;
import java.util.List;

/**
 * From the sensors down a probe to the root zone's depletion. Each sensor speaks for the soil up to half way to its neighbours, the uppermost up
 * to the surface, the lowest as far below as above itself, at most to the roots' end. Soil below that is taken as wet as at the lowest sensor,
 * and its share widens the reading's standard error.
 */
public final class ProbeProfile {
    private static final double MILLIMETRES_PER_METRE = 1000;
    private static final double SLICE_METRES = 0.01;
    /** Less than this of the root zone's water under the eyes of sensors is no reading of the zone. */
    private static final double LEAST_COVERED = 0.5;

    private ProbeProfile() {}

    /**
     * @param sensors those that passed; in any order
     * @param contentStandardError of one sensor as a figure for the zone at its depth, m³/m³: about 0.02 with a soil-specific calibration, 0.04
     *     without
     */
    public static DepletionReading reading(
            List<ProbeDepth> sensors, FieldSoil soil, double rootDepthMetres, double contentStandardError) {
        if (sensors.isEmpty()) {
            return DepletionReading.NONE;
        }
        List<ProbeDepth> downwards = sensors.stream()
                .sorted(Comparator.comparingDouble(ProbeDepth::depthMetres))
                .toList();
        double reach = reach(downwards);
        double available = soil.availableWater(rootDepthMetres);
        double covered = available > 0 ? soil.availableWater(Math.min(reach, rootDepthMetres)) / available : 0;
        if (covered < LEAST_COVERED) {
            return new DepletionReading.TooShallow(covered);
        }
        double depletion = 0;
        double[] thickness = new double[downwards.size()];
        int slices = (int) Math.rint(rootDepthMetres / SLICE_METRES);
        for (int i = 0; i < slices; i++) {
            double middle = (i + 0.5) * SLICE_METRES;
            int nearest = nearest(downwards, middle);
            WaterLimits limits = limits(soil, middle);
            depletion += SLICE_METRES
                    * MILLIMETRES_PER_METRE
                    * (limits.fieldCapacity().fraction()
                            - downwards.get(nearest).content().fraction());
            thickness[nearest] += SLICE_METRES;
        }
        return new DepletionReading.Measured(depletion, standardError(thickness, covered, contentStandardError));
    }

    /** Sensors err each by itself; what none of them sees errs twice as much. */
    private static double standardError(double[] thickness, double covered, double contentStandardError) {
        double sum = 0;
        double depth = 0;
        for (double metres : thickness) {
            sum += metres * metres;
            depth += metres;
        }
        double unseen = 2 * (1 - covered) * depth;
        return MILLIMETRES_PER_METRE * contentStandardError * Math.sqrt(sum + unseen * unseen);
    }

    private static double reach(List<ProbeDepth> downwards) {
        double lowest = downwards.getLast().depthMetres();
        double above =
                downwards.size() > 1 ? downwards.get(downwards.size() - 2).depthMetres() : 0;
        return lowest + (downwards.size() > 1 ? (lowest - above) / 2 : lowest);
    }

    private static int nearest(List<ProbeDepth> downwards, double depthMetres) {
        int nearest = 0;
        for (int i = 1; i < downwards.size(); i++) {
            if (Math.abs(downwards.get(i).depthMetres() - depthMetres)
                    < Math.abs(downwards.get(nearest).depthMetres() - depthMetres)) {
                nearest = i;
            }
        }
        return nearest;
    }

    private static WaterLimits limits(FieldSoil soil, double depthMetres) {
        return switch (soil) {
            case UniformSoil uniform -> uniform.limits();
            case LayeredSoil layered ->
                layered.layers().stream()
                        .filter(layer -> layer.bottomMetres() >= depthMetres)
                        .findFirst()
                        .map(SoilLayer::limits)
                        .orElseGet(() -> layered.layers().getLast().limits());
        };
    }
}
