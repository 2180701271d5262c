package io.milliwatt.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** Guessing passwords is slow. */
class LoginThrottleTest {

    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final LoginThrottle throttle = new LoginThrottle(new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    });

    @Test
    void anAddressThatFailsTooOftenWaitsAMinuteAndOthersDoNot() {
        fail(LoginThrottle.MOST_FAILURES - 1);
        assertThat(throttle.admits("10.0.0.1")).isTrue();
        fail(1);
        assertThat(throttle.admits("10.0.0.1")).isFalse();
        assertThat(throttle.admits("10.0.0.2")).isTrue();
        now = now.plus(LoginThrottle.WITHIN).plusMillis(1);
        assertThat(throttle.admits("10.0.0.1")).isTrue();
    }

    @Test
    void aLoginThatSucceedsClearsTheCount() {
        fail(LoginThrottle.MOST_FAILURES);
        throttle.succeeded("10.0.0.1");
        assertThat(throttle.admits("10.0.0.1")).isTrue();
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            throttle.failed("10.0.0.1");
        }
    }
}
