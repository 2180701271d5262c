package io.milliwatt.ecg.signal;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Where a channel's stream stands: its newest block. A node numbers its blocks from its boot on, so the time of each follows
 * from the number; a block whose time does not was stamped by a clock that had stepped.
 */
public record StreamPosition(long boot, long blockIndex, Instant startsAt, Duration blockDuration) {

    /** Block times are whole milliseconds and the sampling clock is no better than a crystal. */
    private static final Duration TOLERANCE = Duration.ofMillis(500);

    private static final double DRIFT = 200e-6;

    /** How far the clock stepped between this block and another of the same boot; empty where it kept its pace. */
    public Optional<Duration> stepTo(StreamPosition other) {
        if (other.boot() != boot) {
            return Optional.empty();
        }
        Duration elapsed = blockDuration.multipliedBy(other.blockIndex() - blockIndex);
        Duration step = Duration.between(startsAt.plus(elapsed), other.startsAt());
        Duration allowed = TOLERANCE.plusNanos(Math.round(elapsed.abs().toNanos() * DRIFT));
        return step.abs().compareTo(allowed) > 0 ? Optional.of(step) : Optional.empty();
    }

    /** Whether this block comes after another. */
    public boolean isAfter(StreamPosition other) {
        return boot != other.boot() ? boot > other.boot() : blockIndex > other.blockIndex();
    }
}
