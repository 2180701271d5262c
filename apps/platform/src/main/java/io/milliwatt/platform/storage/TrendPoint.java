package io.milliwatt.platform.storage;

import java.time.Instant;

/** The values of one stretch of time: smallest, mean and largest. */
public record TrendPoint(Instant at, double minimum, double mean, double maximum) {}
