package io.milliwatt.dsp.fixedpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FourierTransformQ15Test {

    private static final int LARGEST = 1 << 14;
    private static final int SEEDS = 20;

    /** Decibels of the signal over the error of all bins; each further stage of radix 4 adds its rounding. */
    @ParameterizedTest
    @CsvSource({"16, 72", "64, 69", "128, 68", "256, 66", "512, 66", "1024, 64", "2048, 63"})
    void noiseOfFullScaleComesOutAsInDoublePrecision(int length, double decibels) {
        double sum = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            sum += signalToError(length, i -> random.nextInt(-LARGEST, LARGEST + 1));
        }
        assertThat(sum / SEEDS).isGreaterThan(decibels);
    }

    /** Block floating point: single values do not lose a bit in every stage. */
    @ParameterizedTest
    @ValueSource(ints = {16, 128, 512, 2048})
    void aClickComesOutAsInDoublePrecision(int length) {
        assertThat(signalToError(length, i -> i == 5 ? LARGEST : 0)).isGreaterThan(66);
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 32, 64, 128, 256, 512, 1024, 2048})
    void numbersStaySmallWhateverIsTransformed(int length) {
        SplittableRandom random = new SplittableRandom(length);
        for (int i = 0; i < 200; i++) {
            int[] values = new int[length];
            int period = random.nextInt(1, length);
            Arrays.setAll(
                    values, at -> (at / period % 2 == 0 ? 1 : -1) * (random.nextInt(4) == 0 ? -LARGEST : LARGEST));
            FourierTransformQ15.real(values);
            for (int k = 0; k < length; k += 2) {
                long power = (long) values[k] * values[k] + (long) values[k + 1] * values[k + 1];
                assertThat(power).isLessThan(1L << 30);
            }
        }
    }

    private static double signalToError(int length, IntUnaryOperator signal) {
        int[] values = new int[length];
        Arrays.setAll(values, signal);
        int[] original = values.clone();
        int halvings = FourierTransformQ15.real(values);
        double power = 0;
        double error = 0;
        for (int k = 0; k < length / 2; k++) {
            double real = 0;
            double imaginary = 0;
            for (int i = 0; i < length; i++) {
                double phase = 2 * Math.PI * ((long) i * k % length) / length;
                real += original[i] * Math.cos(phase);
                imaginary -= original[i] * Math.sin(phase);
            }
            power += real * real + imaginary * imaginary;
            error += square(Math.scalb((double) values[2 * k], halvings) - real)
                    + square(Math.scalb((double) values[2 * k + 1], halvings) - imaginary);
        }
        return 10 * Math.log10(power / error);
    }

    private static double square(double x) {
        return x * x;
    }
}
