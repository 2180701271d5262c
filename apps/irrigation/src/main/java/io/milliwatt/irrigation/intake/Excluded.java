package io.milliwatt.irrigation.intake;

import io.milliwatt.irrigation.reason.Reason;
import java.time.Instant;
import java.util.OptionalDouble;

/**
 * A value that takes part in no decision.
 *
 * @param quantity such as {@code water-content@300} (with its depth in mm) or {@code humidity}
 * @param value as it came; empty where nothing came
 */
public record Excluded(Instant at, String quantity, OptionalDouble value, Reason reason) {}
