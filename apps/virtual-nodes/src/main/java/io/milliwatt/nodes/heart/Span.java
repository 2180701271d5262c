package io.milliwatt.nodes.heart;

/**
 * A stretch of time.
 *
 * @param startsAfterSeconds 0 or more
 * @param lastsSeconds above 0
 */
public record Span(double startsAfterSeconds, double lastsSeconds) {
    public Span {
        if (!(startsAfterSeconds >= 0) || !(lastsSeconds > 0)) {
            throw new IllegalArgumentException("A span needs a start of 0 s or later and a length above 0 s, but it is "
                    + startsAfterSeconds + " s, " + lastsSeconds + " s.");
        }
    }

    boolean holdsAt(double timeSeconds) {
        return timeSeconds >= startsAfterSeconds && timeSeconds < startsAfterSeconds + lastsSeconds;
    }
}
