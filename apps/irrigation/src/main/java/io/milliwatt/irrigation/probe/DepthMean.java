package io.milliwatt.irrigation.probe;

import io.milliwatt.dsp.soil.quantity.WaterContent;

/**
 * What a sensor tells of a stretch of time: the median of its good readings.
 *
 * @param errorFraction standard error as a figure for the soil around it, m³/m³
 */
public record DepthMean(double depthMetres, WaterContent content, double errorFraction, int readings) {}
