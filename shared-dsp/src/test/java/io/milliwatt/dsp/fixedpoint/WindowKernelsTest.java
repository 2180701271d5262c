package io.milliwatt.dsp.fixedpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;

class WindowKernelsTest {

    private static final Window RUNNING = new Window(30_000, 0);

    @Test
    void momentsOfNoiseAreThoseOfDoubles() {
        SplittableRandom random = new SplittableRandom(1);
        int[] samples = new int[12_000];
        Arrays.setAll(samples, i -> (int) Math.round(64 * 500 * random.nextGaussian()));
        Moments moments = moments(samples, 6);
        double squares = 0;
        double fourths = 0;
        double peak = 0;
        for (int sample : samples) {
            squares += (double) sample * sample / samples.length;
            fourths += Math.pow(sample, 4) / samples.length;
            peak = Math.max(peak, Math.abs(sample));
        }
        double rms = Math.sqrt(squares);
        assertThat(moments.value(Moments.ROOT_MEAN_SQUARE) / 256.0).isCloseTo(rms, within(0.01));
        assertThat(moments.value(Moments.PEAK) / 256.0).isEqualTo(peak);
        assertThat(moments.value(Moments.CREST) / 4096.0).isCloseTo(peak / rms, within(0.001));
        // Rounding to counts moves a sample by at most 1/1000 of the rms.
        assertThat(moments.value(Moments.KURTOSIS) / 4096.0).isCloseTo(fourths / (squares * squares), within(0.005));
    }

    @Test
    void aSineHasKurtosisOneAndAHalf() {
        Moments moments = moments(values(12_000, i -> (int) (64 * 3_000 * Math.sin(2 * Math.PI * i / 100))), 6);
        assertThat(moments.value(Moments.KURTOSIS) / 4096.0).isCloseTo(1.5, within(0.001));
        assertThat(moments.value(Moments.CREST) / 4096.0).isCloseTo(Math.sqrt(2), within(0.001));
    }

    /** One impact in silence is as impulsive as a window can be: kurtosis n. */
    @Test
    void oneImpactHasTheLargestKurtosis() {
        for (int length : new int[] {1, 2, 31, 32, 33, 65_535}) {
            Moments moments = moments(values(length, i -> i == 0 ? -32_768 : 0), 0);
            assertThat(moments.value(Moments.KURTOSIS) / 4096.0).isCloseTo(length, within(length * 0.001));
        }
    }

    @Test
    void silenceHasNoShape() {
        Moments moments = moments(new int[100], 0);
        assertThat(moments.value(Moments.KURTOSIS)).isZero();
        assertThat(moments.value(Moments.CREST)).isZero();
        assertThat(energy(new int[100]).value(Energy.LOG_MEAN_SQUARE)).isZero();
    }

    @Test
    void fullScaleSaturatesInsteadOfWrapping() {
        Moments moments = moments(values(65_535, i -> i % 2 == 0 ? Integer.MAX_VALUE : Integer.MIN_VALUE), 0);
        assertThat(moments.value(Moments.PEAK)).isEqualTo(Saturation.MAX_24 * 256);
        assertThat(moments.value(Moments.CREST)).isEqualTo(4096);
        Energy energy = energy(values(65_535, i -> Integer.MIN_VALUE));
        assertThat(energy.value(Energy.ROOT_MEAN_SQUARE)).isEqualTo(Saturation.MAX_24 * 256);
    }

    @Test
    void logEnergyIsTheLogarithmOfTheMeanSquare() {
        Energy energy = energy(values(12_000, i -> 300 * (i % 7 - 3)));
        double meanSquare = energy.value(Energy.ROOT_MEAN_SQUARE) / 256.0;
        meanSquare *= meanSquare;
        assertThat(energy.value(Energy.LOG_MEAN_SQUARE) / 1024.0)
                .isCloseTo(Math.log(meanSquare) / Math.log(2), within(0.002));
    }

    @Test
    void aWindowDoesNotRememberTheOneBefore() {
        Moments moments = moments(values(500, i -> 1_000), 0);
        int first = moments.value(Moments.ROOT_MEAN_SQUARE);
        for (int i = 0; i < 500; i++) {
            moments.accept(1_000);
        }
        moments.endWindow(RUNNING);
        assertThat(moments.value(Moments.ROOT_MEAN_SQUARE)).isEqualTo(first);
    }

    @Test
    void qualityTellsClippedFlatAndStopped() {
        assertThat(quality(30_000, i -> i % 2 == 0 ? 32_767 : -100)).isEqualTo(Window.CLIPPED);
        assertThat(quality(30_000, i -> i < 2 ? -32_768 : i % 50)).isZero();
        assertThat(quality(30_000, i -> i < 3 ? -32_768 : i % 50)).isEqualTo(Window.CLIPPED);
        assertThat(quality(30_000, i -> 100 + i % 3)).isEqualTo(Window.FLAT);
        assertThat(quality(999, i -> i % 50)).isEqualTo(Window.STOPPED);
        assertThat(quality(1_000, i -> i % 50)).isZero();
    }

    private static int quality(int shaftSpeedMilliHertz, IntUnaryOperator sample) {
        Energy level = energy(values(100, i -> 1_000));
        SignalQuality quality = new SignalQuality(new QualityThresholds(32_760, 3, 2, 8, 500, 1_000), level, 1);
        for (int i = 0; i < 100; i++) {
            quality.accept(sample.applyAsInt(i));
        }
        Window window = new Window(shaftSpeedMilliHertz, 0);
        quality.endWindow(window);
        return window.qualityFlags();
    }

    @Test
    void aQuietMachineStandsStill() {
        Energy level = energy(values(100, i -> 10));
        Window window = new Window(30_000, 0);
        // 10 units of 50 nano-units: just at the threshold of 500, then one below.
        new SignalQuality(new QualityThresholds(32_760, 3, 0, 8, 500, 0), level, 50).endWindow(window);
        assertThat(window.hasAny(Window.STOPPED)).isFalse();
        new SignalQuality(new QualityThresholds(32_760, 3, 0, 8, 501, 0), level, 50).endWindow(window);
        assertThat(window.hasAny(Window.STOPPED)).isTrue();
    }

    private static Moments moments(int[] samples, int droppedBits) {
        Moments moments = new Moments(samples.length, droppedBits);
        for (int sample : samples) {
            moments.accept(sample);
        }
        moments.endWindow(RUNNING);
        return moments;
    }

    private static Energy energy(int[] samples) {
        Energy energy = new Energy(samples.length);
        for (int sample : samples) {
            energy.accept(sample);
        }
        energy.endWindow(RUNNING);
        return energy;
    }

    private static int[] values(int length, IntUnaryOperator value) {
        int[] values = new int[length];
        Arrays.setAll(values, value);
        return values;
    }
}
