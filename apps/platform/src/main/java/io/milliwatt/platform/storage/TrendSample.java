package io.milliwatt.platform.storage;

import java.time.Instant;

/**
 * A value, or a summary of several, on its way into the rollups.
 *
 * @param source whose value, such as a node's number
 * @param quantity the app's number for what was measured
 * @param count how many values {@code total} sums up, ≥ 1
 */
public record TrendSample(
        long source, int quantity, Instant at, double minimum, double maximum, double total, long count) {

    /** A single value. */
    public static TrendSample of(long source, int quantity, Instant at, double value) {
        return new TrendSample(source, quantity, at, value, value, value, 1);
    }

    /** Both of the same source, quantity and bucket. */
    TrendSample plus(TrendSample other) {
        return new TrendSample(
                source,
                quantity,
                at,
                Math.min(minimum, other.minimum),
                Math.max(maximum, other.maximum),
                total + other.total,
                count + other.count);
    }

    TrendSample movedTo(Instant bucket) {
        return new TrendSample(source, quantity, bucket, minimum, maximum, total, count);
    }
}
