package io.milliwatt.irrigation.probe;

import java.time.Instant;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * What one sensor read at a time, as it came; also what cannot be is kept.
 *
 * @param waterContentPercent by volume, as the sensor told it
 * @param soilCelsius at the sensor
 * @param flags of the node and of the server together
 */
public record DepthReading(
        Instant at, int channel, double waterContentPercent, OptionalDouble soilCelsius, Set<ReadingFlag> flags) {

    public DepthReading {
        flags = Set.copyOf(flags);
    }

    /** Whether it may take part in a decision. */
    public boolean decides() {
        return Double.isFinite(waterContentPercent) && flags.stream().noneMatch(ReadingFlag::excludes);
    }
}
