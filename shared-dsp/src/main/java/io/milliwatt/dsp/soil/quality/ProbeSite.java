package io.milliwatt.dsp.soil.quality;

import io.milliwatt.dsp.soil.quantity.WaterContent;
import java.util.Optional;

/**
 * Where a probe lies.
 *
 * @param saturation of its soil, for C03; empty leaves that rule out
 * @param depthMetres of its upper end; rain is looked for only above 0.1 m
 */
public record ProbeSite(Optional<WaterContent> saturation, double depthMetres) {

    private static final double SURFACE_METRES = 0.1;
    private static final double GAUGE_MILLIMETRES = 0.2;

    boolean nearSurface() {
        return depthMetres < SURFACE_METRES;
    }

    /** Rain in 24 hours that wets the soil down to the probe by 0.05 m³/m³, half of it taken as enough; at the surface what a gauge can tell. */
    double leastRainMillimetres() {
        return depthMetres == 0 ? GAUGE_MILLIMETRES : depthMetres * 1000 * 0.05 * 0.5;
    }
}
