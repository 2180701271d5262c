package io.milliwatt.platform.alarms;

import java.time.Duration;

/**
 * How long a thing must last before it counts, so that an alarm does not chatter. Coming and going obey the same n-of-m;
 * the window starts empty after each change.
 *
 * @param needed n: so many of the last {@code window} observations must agree, 1…window
 * @param window m, 1…64
 * @param onDelay how long the condition must then hold before the alarm, by the observations' clock
 * @param offDelay how long it must be gone before the return
 */
public record Persistence(int needed, int window, Duration onDelay, Duration offDelay) {

    private static final int LARGEST_WINDOW = Long.SIZE;

    public Persistence {
        if (window < 1 || window > LARGEST_WINDOW) {
            throw new IllegalArgumentException("The window is " + window + "; it must be 1…64 observations.");
        }
        if (needed < 1 || needed > window) {
            throw new IllegalArgumentException(
                    "The needed count is " + needed + "; it must be 1…" + window + ", the window.");
        }
        if (onDelay.isNegative() || offDelay.isNegative()) {
            throw new IllegalArgumentException(
                    "The delays are " + onDelay + " and " + offDelay + "; a delay must not be negative.");
        }
    }

    /** The first observation counts. */
    public static Persistence none() {
        return of(1, 1);
    }

    /** n of m without delays. */
    public static Persistence of(int needed, int window) {
        return new Persistence(needed, window, Duration.ZERO, Duration.ZERO);
    }
}
