package io.milliwatt.irrigation.adapter.desk;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Keeps a round over the whole fleet out of the way of people's questions and of readings: after each piece of its work it rests in proportion to what
 * that took, so that it works for no more than a share of the time. On a busy machine all takes longer, and the round rests the longer.
 */
@ApplicationScoped
public class Duty {

    /** A small farm's round is over before it begins to rest. */
    static final Duration UNTIRED = Duration.ofMillis(500);

    /** A piece that waited for something, such as the database, is no reason to stand still for minutes. */
    static final Duration LONGEST_REST = Duration.ofSeconds(2);

    private static final Duration ENDLESS = Duration.ofDays(365);

    private final double share;
    private final LongSupplier nanoTime;
    private final Rest rest;

    /** Waits for a time, or until the server stops. */
    @FunctionalInterface
    interface Rest {
        /** @return whether the round goes on */
        boolean rest(Duration length);
    }

    @Inject
    Duty(@ConfigProperty(name = "milliwatt.rounds.share", defaultValue = "0.25") double share) {
        this(share, System::nanoTime, new UntilTheServerStops());
    }

    /** @param share of the time of one processor, above 0 to 1 */
    Duty(double share, LongSupplier nanoTime, Rest rest) {
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException(
                    "The share of time of a round (milliwatt.rounds.share) must be above 0 and at most 1, and is "
                            + share + ".");
        }
        this.share = share;
        this.nanoTime = nanoTime;
        this.rest = rest;
    }

    void stop(@Observes ShutdownEvent event) {
        if (rest instanceof UntilTheServerStops real) {
            real.stopped.countDown();
        }
    }

    /**
     * A round begins.
     *
     * @param within when it should be over; a round that takes longer, because the fleet is large and the machine is busy, rests no more from then on
     */
    public Turn begin(Duration within) {
        return new Turn(0, within);
    }

    /** A round begins that nobody waits for. */
    public Turn begin() {
        return begin(ENDLESS);
    }

    /** A round goes on that was left off when it was long at work, and that nobody waits for. */
    public Turn goOn() {
        return new Turn(UNTIRED.toNanos(), ENDLESS);
    }

    /** A round's way through its work; of one thread. */
    public final class Turn {

        private final Duration within;
        private final long begun = nanoTime.getAsLong();
        private long workingSince = begun;
        private long workedNanos;

        private Turn(long workedNanos, Duration within) {
            this.workedNanos = workedNanos;
            this.within = within;
        }

        /**
         * Call it after each piece of work.
         *
         * @return whether the round goes on; false where the server stops
         */
        public boolean rest() {
            long now = nanoTime.getAsLong();
            boolean late = now - begun > within.toNanos();
            boolean goesOn = rest.rest(late ? Duration.ZERO : owed(now - workingSince));
            workingSince = nanoTime.getAsLong();
            return goesOn;
        }

        private Duration owed(long nanos) {
            long before = workedNanos;
            workedNanos += nanos;
            long tired = Math.max(0, workedNanos - Math.max(before, UNTIRED.toNanos()));
            long owed = (long) (tired * (1 / share - 1));
            return Duration.ofNanos(Math.min(owed, LONGEST_REST.toNanos()));
        }
    }

    private static final class UntilTheServerStops implements Rest {

        private final CountDownLatch stopped = new CountDownLatch(1);

        @Override
        public boolean rest(Duration length) {
            try {
                return !stopped.await(length.toNanos(), TimeUnit.NANOSECONDS);
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
    }
}
