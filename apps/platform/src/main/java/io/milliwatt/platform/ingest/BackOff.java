package io.milliwatt.platform.ingest;

import java.time.Duration;

/** Waits longer after each failure in a row, up to a bound. */
final class BackOff {

    private final Duration first;
    private final Duration longest;
    private Duration next;

    BackOff(Duration first, Duration longest) {
        this.first = first;
        this.longest = longest;
        this.next = first;
    }

    /** Waits; an interrupt ends the wait early and stays set. */
    void pause() {
        try {
            Thread.sleep(next);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        Duration doubled = next.multipliedBy(2);
        next = doubled.compareTo(longest) > 0 ? longest : doubled;
    }

    /** Something succeeded. */
    void reset() {
        next = first;
    }
}
