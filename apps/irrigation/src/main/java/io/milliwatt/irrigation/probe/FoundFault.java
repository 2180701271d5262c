package io.milliwatt.irrigation.probe;

import io.milliwatt.dsp.soil.fault.FaultKind;
import java.time.LocalDate;

/**
 * A fault that a sensor's days show and that still stands on the last of them.
 *
 * @param from its first flagged day
 * @param percent the figure that goes with it, % by volume: a drift's in 30 days, a step's height, a broken sensor's level; days held of a stuck one
 */
public record FoundFault(int channel, FaultKind kind, LocalDate from, double percent) {}
