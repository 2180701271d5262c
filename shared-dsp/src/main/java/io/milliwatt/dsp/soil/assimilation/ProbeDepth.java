package io.milliwatt.dsp.soil.assimilation;

import io.milliwatt.dsp.soil.quantity.WaterContent;

/**
 * A probe's reading at one depth that quality control let pass.
 *
 * @param depthMetres of the sensor, below the surface
 */
public record ProbeDepth(double depthMetres, WaterContent content) {
    public ProbeDepth {
        if (!(depthMetres >= 0 && depthMetres <= 10)) {
            throw new IllegalArgumentException("A probe's sensor lies 0 to 10 m deep, not " + depthMetres + " m");
        }
    }
}
