package io.milliwatt.platform.storage;

import java.time.Duration;
import java.time.Instant;

/**
 * The part of a course that a page wants to draw.
 *
 * @param to exclusive
 * @param points how many stretches the page can draw, 1…10 000
 */
public record TrendWindow(Instant from, Instant to, int points) {

    private static final int MOST_POINTS = 10_000;
    private static final Duration LONGEST = Duration.ofDays(366 * 100);

    public TrendWindow {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException(
                    "The window runs from " + from + " to " + to + "; 'from' must be earlier.");
        }
        if (Duration.between(from, to).compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "The window from " + from + " to " + to + " is longer than a hundred years; ask for less.");
        }
        if (points < 1 || points > MOST_POINTS) {
            throw new IllegalArgumentException(
                    "The number of points is " + points + "; it must be 1…" + MOST_POINTS + ".");
        }
    }

    /** A part of this window, in stretches of about the same length. */
    public TrendWindow part(Instant start, Instant end) {
        long wanted = Math.ceilDiv(Math.max(1, Duration.between(start, end).toMillis()), width().toMillis());
        return new TrendWindow(start, end, (int) Math.clamp(wanted, 1, points));
    }

    /** The length of one stretch, at least 1 ms. */
    public Duration width() {
        long millis = Duration.between(from, to).toMillis();
        return Duration.ofMillis(Math.max(1, Math.ceilDiv(millis, points)));
    }
}
