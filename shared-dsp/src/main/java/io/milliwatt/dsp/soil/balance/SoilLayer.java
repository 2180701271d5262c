package io.milliwatt.dsp.soil.balance;

import io.milliwatt.dsp.soil.quantity.WaterContent;

/** @param bottomMetres depth at which the layer ends */
public record SoilLayer(double bottomMetres, WaterLimits limits, WaterContent initial) {}
