package io.milliwatt.dsp.fixedpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class StatisticsKernelsTest {

    private static final Window WINDOW = new Window(0, 0);

    /** One unit of Q8: both are rounded down. */
    private static final double Q8 = 1 / 256.0;

    @Test
    void meanAndDeviationAreThoseOfDoublePrecision() {
        SplittableRandom random = new SplittableRandom(1);
        for (int offset : new int[] {0, -5_000_000, 8_000_000}) {
            int[] values = random.ints(999, offset - 3_000, offset + 3_000).toArray();
            double mean = Arrays.stream(values).average().orElseThrow();
            double square = Arrays.stream(values)
                    .mapToDouble(value -> (value - mean) * (value - mean))
                    .average()
                    .orElseThrow();
            MeanAndDeviation kernel = new MeanAndDeviation(values.length);
            feed(kernel, values);
            assertThat(kernel.value(MeanAndDeviation.MEAN) / 256.0).isCloseTo(mean, within(Q8));
            assertThat(kernel.value(MeanAndDeviation.STANDARD_DEVIATION) / 256.0)
                    .isCloseTo(Math.sqrt(square), within(2 * Q8));
        }
    }

    @Test
    void theLongestWindowOfExtremesHasItsDeviation() {
        int[] rails = new int[65_535];
        Arrays.setAll(rails, i -> i % 2 == 0 ? Integer.MAX_VALUE : Integer.MIN_VALUE);
        MeanAndDeviation kernel = new MeanAndDeviation(rails.length);
        feed(kernel, rails);
        assertThat(kernel.value(MeanAndDeviation.STANDARD_DEVIATION)).isCloseTo(((1 << 23) - 1) << 8, within(256));
        Arrays.fill(rails, Integer.MIN_VALUE);
        feed(kernel, rails);
        assertThat(kernel.value(MeanAndDeviation.MEAN)).isEqualTo(-(((1 << 23) - 1) << 8));
        assertThat(kernel.value(MeanAndDeviation.STANDARD_DEVIATION)).isZero();
    }

    @Test
    void extremesStartAnewWithEveryWindow() {
        Extremes kernel = new Extremes();
        feed(kernel, 5, -9, 3);
        assertThat(kernel.value(Extremes.PEAK_TO_PEAK)).isEqualTo(14);
        feed(kernel, 7, 8);
        assertThat(kernel.value(Extremes.LOWEST)).isEqualTo(7);
        assertThat(kernel.value(Extremes.HIGHEST)).isEqualTo(8);
        feed(kernel, Integer.MIN_VALUE, Integer.MAX_VALUE);
        assertThat(kernel.value(Extremes.PEAK_TO_PEAK)).isEqualTo(Integer.MAX_VALUE);
    }

    /** A tone of 5 periods crosses 9 times after its first half wave; noise on it adds many, but not within the band. */
    @Test
    void noiseWithinTheBandCrossesNothing() {
        SplittableRandom random = new SplittableRandom(2);
        int[] values = new int[2_000];
        Arrays.setAll(values, i -> (int) (1_000 * Math.sin(2 * Math.PI * (i + 0.5) / 400)) + random.nextInt(-90, 91));
        ZeroCrossings plain = new ZeroCrossings(0);
        ZeroCrossings banded = new ZeroCrossings(100);
        feed(plain, values);
        feed(banded, values);
        assertThat(plain.value(ZeroCrossings.ALL)).isGreaterThan(15);
        assertThat(banded.value(ZeroCrossings.ALL)).isEqualTo(9);
        assertThat(banded.value(ZeroCrossings.RISING)).isEqualTo(4);
    }

    @Test
    void aCrossingBetweenTwoWindowsCountsInTheSecond() {
        ZeroCrossings kernel = new ZeroCrossings(0);
        feed(kernel, -1, -1);
        assertThat(kernel.value(ZeroCrossings.ALL)).isZero();
        feed(kernel, 1, 1);
        assertThat(kernel.value(ZeroCrossings.RISING)).isEqualTo(1);
    }

    @Test
    void statisticsOverWindowsForgetTheOldest() {
        Extremes source = new Extremes();
        WindowStatistics kernel = new WindowStatistics(source, Extremes.HIGHEST, 3);
        int[] highest = {10, 20, -40, 100, 100, 100};
        int[][] expected = {{10, 10, 10, 0}, {15, 10, 20, 5}, {-4, -40, 20, 24}, {26, -40, 100, 48}};
        for (int i = 0; i < highest.length; i++) {
            feed(source, highest[i]);
            kernel.endWindow(WINDOW);
            if (i < expected.length) {
                for (int value = 0; value < 4; value++) {
                    assertThat(kernel.value(value)).isEqualTo(expected[i][value]);
                }
            }
        }
        assertThat(kernel.value(WindowStatistics.LOWEST)).isEqualTo(100);
        assertThat(kernel.value(WindowStatistics.MEAN_DEVIATION)).isZero();
    }

    private static void feed(Kernel kernel, int... values) {
        for (int value : values) {
            kernel.accept(value);
        }
        kernel.endWindow(WINDOW);
    }
}
