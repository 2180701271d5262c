package io.milliwatt.dsp.fixedpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MovingKernelsTest {

    @Test
    void theMagnitudeOfTheSmallestNumberIsTheLargest() {
        AbsoluteValue absolute = new AbsoluteValue();
        assertThat(absolute.accept(Integer.MIN_VALUE)).isTrue();
        assertThat(absolute.output()).isEqualTo(Integer.MAX_VALUE);
        absolute.accept(-7);
        assertThat(absolute.output()).isEqualTo(7);
    }

    @Test
    void anEnvelopeRisesAtOnceAndDecaysExponentially() {
        Envelope envelope = new Envelope(0, 6);
        envelope.accept(-1_000_000);
        assertThat(envelope.output()).isEqualTo(1_000_000);
        double expected = 1_000_000;
        for (int i = 0; i < 200; i++) {
            envelope.accept(0);
            expected *= 1 - 1 / 64.0;
            assertThat((double) envelope.output()).isCloseTo(expected, within(2.0));
        }
    }

    @Test
    void anEnvelopeOfExtremesStaysInRange() {
        for (int release = 0; release < 16; release++) {
            Envelope envelope = new Envelope(15 - release, release);
            for (int i = 0; i < 100_000; i++) {
                envelope.accept(i % 3 == 0 ? Integer.MIN_VALUE : 0);
                assertThat(envelope.output()).isNotNegative();
            }
        }
    }

    @Test
    void averageAndLevelAreThoseOfTheLastValues() {
        SplittableRandom random = new SplittableRandom(4);
        int[] values = random.ints(500, -(1 << 22), 1 << 22).toArray();
        MovingAverage average = new MovingAverage(5);
        MovingRms level = new MovingRms(5, 8);
        for (int i = 0; i < values.length; i++) {
            average.accept(values[i]);
            level.accept(values[i]);
            double sum = 0;
            double squares = 0;
            for (int j = Math.max(0, i - 31); j <= i; j++) {
                sum += values[j];
                squares += (double) values[j] * values[j];
            }
            assertThat(average.output()).isEqualTo((int) Math.floor(sum / 32));
            assertThat(level.output() / 256.0).isCloseTo(Math.sqrt(squares / 32), within(0.01));
        }
    }

    @Test
    void aLevelAtFullScaleIsFullScale() {
        MovingRms level = new MovingRms(10, 8);
        for (int i = 0; i < 2_000; i++) {
            level.accept(Integer.MIN_VALUE);
        }
        assertThat(level.output()).isEqualTo(((1 << 23) - 1) << 8);
    }
}
