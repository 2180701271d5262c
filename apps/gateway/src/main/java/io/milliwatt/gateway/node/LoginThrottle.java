package io.milliwatt.gateway.node;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Slows down who guesses passwords: after five failures in a row for one user name from one address, that pair has to wait
 * 10 s, then twice as long after each further failure, up to 15 minutes. Other addresses are not held up, so that a
 * guesser cannot lock the real node out. Remembers the last 10,000 pairs. Safe for use by several threads.
 */
public final class LoginThrottle {
    private static final int FREE_FAILURES = 5;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(10);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
    private static final int MAX_PAIRS = 10_000;

    private record Pair(String userName, String address) {}

    private record Failures(int count, Instant waitUntil) {}

    private final Clock clock;
    private final Map<Pair, Failures> failures = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Pair, Failures> eldest) {
            return size() > MAX_PAIRS;
        }
    };

    public LoginThrottle(Clock clock) {
        this.clock = clock;
    }

    public synchronized boolean mayTry(String userName, String address) {
        Failures past = failures.get(new Pair(userName, address));
        return past == null || !clock.instant().isBefore(past.waitUntil());
    }

    public synchronized void succeeded(String userName, String address) {
        failures.remove(new Pair(userName, address));
    }

    public synchronized void failed(String userName, String address) {
        Pair pair = new Pair(userName, address);
        Failures past = failures.remove(pair);
        int count = past == null ? 1 : past.count() + 1;
        failures.put(pair, new Failures(count, clock.instant().plus(waitAfter(count))));
    }

    private static Duration waitAfter(int count) {
        int doublings = count - FREE_FAILURES;
        if (doublings < 0) {
            return Duration.ZERO;
        }
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(doublings, 10));
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }
}
