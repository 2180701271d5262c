package io.milliwatt.gateway.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.milliwatt.gateway.TestClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LoginThrottleTest {
    private final TestClock clock = new TestClock();
    private final LoginThrottle throttle = new LoginThrottle(clock);

    @Test
    void afterFiveFailuresOneWaitsTenSecondsThenTwiceAsLong() {
        fail(4);
        assertThat(mayTry()).isTrue();
        fail(1);
        assertThat(mayTry()).isFalse();
        clock.advance(Duration.ofSeconds(10));
        assertThat(mayTry()).isTrue();
        fail(1);
        clock.advance(Duration.ofSeconds(19));
        assertThat(mayTry()).isFalse();
        clock.advance(Duration.ofSeconds(1));
        assertThat(mayTry()).isTrue();
    }

    @Test
    void noWaitIsLongerThanAQuarterOfAnHour() {
        fail(100);
        clock.advance(Duration.ofMinutes(15));
        assertThat(mayTry()).isTrue();
    }

    @Test
    void aSuccessClearsThePast() {
        fail(4);
        throttle.succeeded("1001", "10.0.0.1");
        fail(4);
        assertThat(mayTry()).isTrue();
    }

    @Test
    void otherAddressesAndOtherNodesAreNotHeldUp() {
        fail(10);
        assertThat(throttle.mayTry("1001", "10.0.0.2")).isTrue();
        assertThat(throttle.mayTry("1002", "10.0.0.1")).isTrue();
    }

    @Test
    void theOldestPairIsForgottenBeyondTenThousand() {
        fail(10);
        for (int i = 0; i < 10_000; i++) {
            throttle.failed("1001", "address " + i);
        }
        assertThat(mayTry()).isTrue();
    }

    private boolean mayTry() {
        return throttle.mayTry("1001", "10.0.0.1");
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            throttle.failed("1001", "10.0.0.1");
        }
    }
}
