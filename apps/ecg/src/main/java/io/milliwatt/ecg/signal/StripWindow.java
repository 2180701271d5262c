package io.milliwatt.ecg.signal;

import java.time.Duration;
import java.time.Instant;

/**
 * The stretch of signal that goes with an episode: from 10 s before its onset to its end, 20 s at least.
 *
 * @param truncated the episode is longer than a strip may be
 */
public record StripWindow(Instant from, Instant to, boolean truncated) {

    public static final Duration BEFORE_ONSET = Duration.ofSeconds(10);
    public static final Duration SHORTEST = Duration.ofSeconds(20);
    public static final Duration LONGEST = Duration.ofSeconds(120);

    /** @param end of the episode, or now while it lasts */
    public static StripWindow around(Instant onset, Instant end) {
        Instant from = onset.minus(BEFORE_ONSET);
        Instant least = from.plus(SHORTEST);
        Instant most = from.plus(LONGEST);
        Instant to = end.isBefore(least) ? least : end;
        return to.isAfter(most) ? new StripWindow(from, most, true) : new StripWindow(from, to, false);
    }
}
