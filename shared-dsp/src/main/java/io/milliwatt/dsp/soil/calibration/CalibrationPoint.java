package io.milliwatt.dsp.soil.calibration;

import io.milliwatt.dsp.soil.quantity.WaterContent;

/**
 * A sample taken beside a probe.
 *
 * @param counts what the probe read, in its own unit (counts, millivolts, permittivity)
 * @param content of the sample, by oven and ring
 */
public record CalibrationPoint(double counts, WaterContent content) {

    public CalibrationPoint {
        if (!Double.isFinite(counts)) {
            throw new IllegalArgumentException("A probe's reading must be a number, not " + counts);
        }
    }
}
