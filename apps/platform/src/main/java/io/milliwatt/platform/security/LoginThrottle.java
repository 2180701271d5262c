package io.milliwatt.platform.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/** Counts failed logins per client address and holds an address off that fails too often. */
final class LoginThrottle {

    static final int MOST_FAILURES = 10;
    static final Duration WITHIN = Duration.ofMinutes(1);
    private static final int MOST_ADDRESSES = 10_000;

    private final Clock clock;
    private final Map<String, Deque<Instant>> failures = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Deque<Instant>> eldest) {
            return size() > MOST_ADDRESSES;
        }
    };

    LoginThrottle(Clock clock) {
        this.clock = clock;
    }

    /** Whether this address may try now. */
    synchronized boolean admits(String address) {
        Deque<Instant> recent = failures.get(address);
        if (recent == null) {
            return true;
        }
        Instant oldest = clock.instant().minus(WITHIN);
        while (!recent.isEmpty() && recent.peekFirst().isBefore(oldest)) {
            recent.removeFirst();
        }
        if (recent.isEmpty()) {
            failures.remove(address);
        }
        return recent.size() < MOST_FAILURES;
    }

    synchronized void failed(String address) {
        failures.computeIfAbsent(address, key -> new ArrayDeque<>()).addLast(clock.instant());
    }

    synchronized void succeeded(String address) {
        failures.remove(address);
    }
}
