package io.milliwatt.ec57.measurement;

/** A value and when it was measured. */
public record Measurement(long sample, double value) {}
