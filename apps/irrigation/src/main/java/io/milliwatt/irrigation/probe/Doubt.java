package io.milliwatt.irrigation.probe;

import java.time.Instant;

/**
 * A sensor whose readings take part in no decision, because the look at its days says so and not because a single reading is flagged.
 *
 * @param flag what is the matter, as of a reading
 * @param since the first reading that is left out
 */
public record Doubt(int channel, ReadingFlag flag, Instant since) {

    /** Whether it speaks against a reading of a moment; not of a probe that was set up anew since. */
    boolean covers(Probe probe, Instant at) {
        return !since.isAfter(at) && !since.isBefore(probe.installedAt());
    }
}
