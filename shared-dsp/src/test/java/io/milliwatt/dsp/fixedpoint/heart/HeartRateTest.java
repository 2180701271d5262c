package io.milliwatt.dsp.fixedpoint.heart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The heart rate demands of IEC 60601-2-27 at the level of beats. */
class HeartRateTest {

    private static final int RATE_HZ = 1_000;

    private final HeartRate heartRate = new HeartRate(RATE_HZ);
    private long now;

    private void beats(int millis, int... intervals) {
        for (long until = now + millis; ; ) {
            for (int interval : intervals) {
                if (now + interval > until) {
                    return;
                }
                now += interval;
                heartRate.accept(now);
            }
        }
    }

    private double shown() {
        return heartRate.perMinuteTimes10(now) / 10.0;
    }

    @ParameterizedTest
    @ValueSource(ints = {30, 40, 60, 80, 120, 200, 250, 300})
    void anySteadyRateIsShown(int perMinute) {
        beats(20_000, 60_000 / perMinute);
        assertThat(shown()).isCloseTo(perMinute, within(0.2));
    }

    /** Alternating rhythms of figures 3a to 3d: 80, 60, 120 and 90 per minute after 20 s. */
    @ParameterizedTest
    @CsvSource({"500, 1000, 80", "750, 1250, 60", "375, 625, 120", "500, 833, 90"})
    void alternatingIntervalsShowTheMean(int first, int second, int perMinute) {
        beats(20_000, first, second);
        assertThat(shown()).isCloseTo(perMinute, within(0.5));
    }

    @ParameterizedTest
    @CsvSource({"120", "40"})
    void aStepShowsWithinElevenSeconds(int perMinute) {
        beats(30_000, 750);
        long stepAt = now;
        int interval = 60_000 / perMinute;
        while (Math.abs(shown() - perMinute) > Math.max(5, perMinute / 20)) {
            now += interval;
            heartRate.accept(now);
        }
        assertThat(now - stepAt).isLessThan(11_000 - 400);
    }

    @Test
    void aRateIsUnknownBeforeTwoBeatsAndInAsystole() {
        assertThat(shown()).isZero();
        heartRate.accept(1_000);
        now = 1_000;
        assertThat(shown()).isZero();
        assertThat(heartRate.lastIntervalMillis()).isZero();
        heartRate.accept(1_800);
        now = 5_799;
        assertThat(shown()).isEqualTo(75);
        assertThat(heartRate.lastIntervalMillis()).isEqualTo(800);
        now = 5_800;
        assertThat(shown()).isZero();
    }

    @Test
    void noIntervalReachesOverALostSignal() {
        beats(10_000, 500);
        heartRate.forget();
        now += 2_000;
        heartRate.accept(now);
        assertThat(shown()).isZero();
    }
}
