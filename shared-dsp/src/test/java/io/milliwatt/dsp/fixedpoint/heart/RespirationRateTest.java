package io.milliwatt.dsp.fixedpoint.heart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RespirationRateTest {

    private static final int RATE_HZ = 360;
    private static final int QRS = 1 << 20;

    private final RespirationRate respiration = new RespirationRate(RATE_HZ);
    private final SplittableRandom random = new SplittableRandom(2);
    private double seconds;

    /** Beats whose height and interval follow the breath by so much. */
    private double breathe(double duration, double breathsPerMinute, double heightShare, double intervalShare) {
        for (double until = seconds + duration; seconds < until; ) {
            double breath = Math.sin(2 * Math.PI * breathsPerMinute / 60 * seconds);
            double noise = 1 + 0.005 * random.nextGaussian();
            respiration.accept(Math.round(seconds * RATE_HZ), (int) (QRS * (1 + heightShare * breath) * noise), false);
            seconds += 0.8 * (1 + intervalShare * breath) + 0.003 * random.nextGaussian();
        }
        return respiration.perMinuteTimes10() / 10.0;
    }

    @ParameterizedTest
    @CsvSource({"8, 0.1, 0.04", "12, 0.1, 0", "15, 0.1, 0.04", "15, 0, 0.05", "20, 0.08, 0.03", "24, 0.1, 0.02"})
    void aBreathIsSeenInHeightOrInterval(double breathsPerMinute, double heightShare, double intervalShare) {
        assertThat(breathe(60, breathsPerMinute, heightShare, intervalShare)).isCloseTo(breathsPerMinute, within(1.0));
    }

    /** 75 beats to 30 breaths: the heart samples them too seldom to tell 30 from 15. */
    @Test
    void aBreathTooFastForTheHeartIsUnknown() {
        assertThat(breathe(60, 30, 0.1, 0.02)).isZero();
    }

    @Test
    void withoutABreathTheRateIsUnknown() {
        assertThat(breathe(120, 15, 0, 0)).isZero();
    }

    @Test
    void aChangeShowsWithinAMinute() {
        breathe(60, 12, 0.1, 0.03);
        assertThat(breathe(60, 24, 0.1, 0.03)).isCloseTo(24, within(1.5));
    }

    @Test
    void theFirstHalfMinuteAndAGapAreUnknown() {
        assertThat(breathe(25, 15, 0.1, 0.04)).isZero();
        assertThat(breathe(35, 15, 0.1, 0.04)).isPositive();
        seconds += 4;
        assertThat(breathe(2, 15, 0.1, 0.04)).isZero();
        breathe(60, 15, 0.1, 0.04);
        respiration.forget();
        assertThat(respiration.perMinuteTimes10()).isZero();
    }

    @Test
    void twoCurvesThatContradictEachOtherAreUnknown() {
        for (; seconds < 80; seconds += 0.8 + 0.05 * Math.sin(2 * Math.PI * 20 / 60 * seconds)) {
            double height = 1 + 0.1 * Math.sin(2 * Math.PI * 11 / 60 * seconds);
            respiration.accept(Math.round(seconds * RATE_HZ), (int) (QRS * height), false);
        }
        assertThat(respiration.perMinuteTimes10()).isZero();
    }

    @Test
    void ectopicBeatsDoNotBreathe() {
        for (int beat = 0; seconds < 80; beat++) {
            boolean ectopic = beat % 9 == 8;
            double height = ectopic ? 2 : 1 + 0.1 * Math.sin(2 * Math.PI * 15 / 60 * seconds);
            respiration.accept(Math.round(seconds * RATE_HZ), (int) (QRS * height), ectopic);
            seconds += 0.8;
        }
        assertThat(respiration.perMinuteTimes10() / 10.0).isCloseTo(15, within(1.0));
    }
}
