package io.milliwatt.irrigation.soilsetup;

import java.time.Instant;

/** A good reading of one sensor, m³/m³. */
public record Sample(Instant at, double fraction) {}
