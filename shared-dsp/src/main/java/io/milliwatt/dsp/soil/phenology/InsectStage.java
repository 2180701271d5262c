package io.milliwatt.dsp.soil.phenology;

/**
 * A point in an insect's year.
 *
 * @param degreeDays since the model's begin, °C·d
 * @param event what happens then
 */
public record InsectStage(double degreeDays, String event) {}
