package io.milliwatt.dsp.fixedpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The streaming kernels against the same filters in double precision. */
class FilterKernelsTest {

    private static final int ONE_Q29 = 1 << 29;

    /**
     * The rounding that the fraction saving leaves has 2.4 units rms behind this pole pair (without it, 450). In the beginning the
     * saved fraction steps from 0 to its mean of a half, which rings for a settling time with 44 units at most.
     */
    private static final double BIQUAD_TOLERANCE = 15;

    private static final double BIQUAD_START_TOLERANCE = 50;
    private static final int BIQUAD_START_SAMPLES = 3_000;

    @Test
    void biquadsFollowTheirDoubles() {
        // scipy.signal.butter(2, 10, 'high', fs=12000): the pole pair is 0.0037 from the unit circle.
        double[] c = {0.996304442992686, -1.992608885985372, 0.996304442992686, -1.9925952279847, 0.9926225439860437};
        int[] q = new int[5];
        for (int i = 0; i < 5; i++) {
            q[i] = (int) Math.round(c[i] * ONE_Q29);
            c[i] = q[i] / (double) ONE_Q29;
        }
        BiquadCascade cascade = new BiquadCascade(q);
        SplittableRandom random = new SplittableRandom(1);
        double x1 = 0;
        double x2 = 0;
        double y1 = 0;
        double y2 = 0;
        for (int i = 0; i < 50_000; i++) {
            int x = (int) (1_000_000 * Math.sin(i * 0.01)) + random.nextInt(-1_000, 1_000) + 500_000;
            double y = c[0] * x + c[1] * x1 + c[2] * x2 - c[3] * y1 - c[4] * y2;
            x2 = x1;
            x1 = x;
            y2 = y1;
            y1 = y;
            assertThat(cascade.accept(x)).isTrue();
            double tolerance = i < BIQUAD_START_SAMPLES ? BIQUAD_START_TOLERANCE : BIQUAD_TOLERANCE;
            assertThat((double) cascade.output()).isCloseTo(y, within(tolerance));
        }
    }

    @Test
    void aConstantLeavesAHighPassWithoutAnyOffset() {
        int gain = (int) (0.9963 * ONE_Q29);
        BiquadCascade cascade =
                new BiquadCascade(gain, -2 * gain, gain, (int) (-1.99259 * ONE_Q29), (int) (0.99262 * ONE_Q29));
        for (int i = 0; i < 100_000; i++) {
            cascade.accept(123_456);
        }
        assertThat(Math.abs(cascade.output())).isLessThanOrEqualTo(1);
    }

    @Test
    void theMeanIsGoneFromTheFirstSampleOn() {
        MeanRemoval removal = new MeanRemoval(11, 6);
        for (int i = 0; i < 5_000; i++) {
            removal.accept(-2_048);
            assertThat(removal.output()).isZero();
        }
    }

    @Test
    void aStepOfTheMeanDiesAwayWithTheSettlingTime() {
        MeanRemoval removal = new MeanRemoval(8, 7);
        removal.accept(0);
        for (int i = 1; i <= 256; i++) {
            removal.accept(10_000);
        }
        // (1 − 2^-8)^256 of the step.
        assertThat(removal.output() / 128.0).isCloseTo(10_000 * Math.pow(1 - 1 / 256.0, 256), within(1.0));
    }

    @Test
    void largestStepsOfTheConverterFitTheMeanRemoval() {
        MeanRemoval removal = new MeanRemoval(15, 7);
        removal.accept(-32_768);
        removal.accept(32_767);
        assertThat(removal.output()).isBetween(65_530 * 128, 65_535 * 128);
    }

    @Test
    void aDecimatingFirKeepsTheLastOfEachGroup() {
        DecimatingFir fir = new DecimatingFir(3, 0, (short) 1, (short) 10, (short) 100, (short) 1_000);
        int[] expected = {0, 0, 123, 0, 0, 3_456, 0, 0, 6_789};
        for (int i = 0; i < expected.length; i++) {
            boolean given = fir.accept(i + 1);
            assertThat(given).isEqualTo(i % 3 == 2);
            if (given) {
                int newest = i + 1;
                int oldest = newest > 3 ? 1_000 * (newest - 3) : 0;
                assertThat(fir.output()).isEqualTo(newest + 10 * (newest - 1) + 100 * (newest - 2) + oldest);
            }
        }
    }

    @Test
    void squaresSaturate() {
        Square square = new Square(0);
        square.accept(46_341);
        assertThat(square.output()).isEqualTo(Integer.MAX_VALUE);
        square.accept(-46_340);
        assertThat(square.output()).isEqualTo(46_340 * 46_340);
        Square halved = new Square(31);
        halved.accept(Integer.MIN_VALUE);
        assertThat(halved.output()).isEqualTo(Integer.MAX_VALUE);
    }

    /** A resonance is predictable, an impact is not: whitening must take the one and leave the other. */
    @Test
    void whiteningRemovesAResonanceInTheNextWindow() {
        Whitening whitening = new Whitening(16, 13);
        SplittableRandom random = new SplittableRandom(5);
        double y1 = 0;
        double y2 = 0;
        double before = 0;
        double after = 0;
        for (int i = 0; i < 24_000; i++) {
            double y = 1_000 * random.nextGaussian() + 1.8 * y1 - 0.95 * y2;
            y2 = y1;
            y1 = y;
            whitening.accept((int) Math.round(y));
            if (i >= 12_100) {
                before += y * y;
                after += (double) whitening.output() * whitening.output();
            } else if (i < 12_000) {
                assertThat(whitening.output()).isEqualTo((int) Math.round(y));
            }
            if (i == 11_999) {
                whitening.endWindow(new Window(0, 0));
            }
        }
        double residual = Math.sqrt(after / 11_900);
        assertThat(residual).isCloseTo(1_000, within(30.0));
        assertThat(before / after).isGreaterThan(50);
    }

    @Test
    void levinsonDurbinSolvesTheNormalEquations() {
        SplittableRandom random = new SplittableRandom(6);
        long[] r = new long[9];
        double[] signal =
                random.doubles(4_000).map(value -> 2_000 * value - 1_000).toArray();
        for (int i = 2; i < signal.length; i++) {
            signal[i] += 1.2 * signal[i - 1] - 0.8 * signal[i - 2];
        }
        for (int k = 0; k < r.length; k++) {
            for (int i = k; i < signal.length; i++) {
                r[k] += Math.round(signal[i]) * Math.round(signal[i - k]);
            }
        }
        int[] a = new int[8];
        LevinsonDurbin.solve(r, 24, a);
        for (int i = 1; i <= 8; i++) {
            double left = r[i];
            for (int j = 1; j <= 8; j++) {
                left += a[j - 1] / 16_777_216.0 * r[Math.abs(i - j)];
            }
            assertThat(left / r[0]).as("normal equation %d", i).isCloseTo(0, within(1e-6));
        }
    }

    @Test
    void anOutOfRangeReflectionEndsTheRecursion() {
        int[] a = {7, 7, 7};
        LevinsonDurbin.solve(new long[] {100, 100, 100, 100}, 24, a);
        assertThat(a).containsExactly(0, 0, 0);
        LevinsonDurbin.solve(new long[] {0, 0, 0, 0}, 13, a);
        assertThat(a).containsExactly(0, 0, 0);
    }
}
