package io.milliwatt.irrigation.probe;

import io.milliwatt.dsp.soil.calibration.SoilCalibration;
import io.milliwatt.dsp.soil.quantity.WaterContent;
import io.milliwatt.irrigation.reason.Setting;
import java.util.Optional;

/**
 * One of a probe's sensors.
 *
 * @param channel 0 to 3, in the node's order
 * @param depthCentimetres of its middle
 * @param calibration of this soil, from what the sensor tells (water content in per cent) to the soil's own; empty for the sensor's own curve
 */
public record ProbeDepth(int channel, int depthCentimetres, Optional<SoilCalibration> calibration) {

    public static final int CHANNELS = 4;
    private static final int DEEPEST_CENTIMETRES = 500;

    public ProbeDepth {
        if (channel < 0 || channel >= CHANNELS) {
            throw new IllegalArgumentException("The sensor's channel is " + channel + "; a probe has channels 0 to 3.");
        }
        Setting.SENSOR_DEPTH.require(depthCentimetres, 1, DEEPEST_CENTIMETRES);
    }

    public static ProbeDepth of(int channel, int depthCentimetres) {
        return new ProbeDepth(channel, depthCentimetres, Optional.empty());
    }

    public double depthMetres() {
        return depthCentimetres / 100.0;
    }

    /** Water content of a reading; empty where there can be none, such as below zero. */
    public Optional<WaterContent> content(double readingPercent) {
        double fraction =
                calibration.map(curve -> curve.fraction(readingPercent)).orElse(readingPercent / 100);
        return fraction >= 0 && fraction <= 1 ? Optional.of(WaterContent.ofFraction(fraction)) : Optional.empty();
    }

    /** How far a reading may be off: the fit's own error, or what is usual of a factory's curve. */
    public double errorFraction() {
        return calibration.map(SoilCalibration::leaveOneOutError).orElse(FACTORY_ERROR);
    }

    /** RMSE of a factory's mineral curve against samples, m³/m³: 0.03 to 0.05 are reported. */
    private static final double FACTORY_ERROR = 0.035;
}
