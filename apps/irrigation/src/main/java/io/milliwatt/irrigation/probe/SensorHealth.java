package io.milliwatt.irrigation.probe;

import io.milliwatt.irrigation.reason.Reason;

/** How one sensor is, and why. */
public record SensorHealth(int channel, int depthCentimetres, Verdict verdict, Reason reason) {}
