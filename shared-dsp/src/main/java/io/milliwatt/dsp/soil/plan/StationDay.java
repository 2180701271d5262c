package io.milliwatt.dsp.soil.plan;

import io.milliwatt.dsp.soil.crop.CropClimate;

/**
 * A day that a station measured.
 *
 * @param reference evapotranspiration of the reference surface, mm
 * @param rain mm
 */
public record StationDay(double reference, double rain, CropClimate climate) {}
