package io.milliwatt.dsp.fixedpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.milliwatt.dsp.fixedpoint.recipe.SpectrumStep;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PowerSpectrumTest {

    private static final Window WINDOW = new Window(0, 0);
    private static final int TONE_BIN = 37;

    /** A tone of amplitude A stands with half of it in its bin, times the window's mean, whatever its level. */
    @ParameterizedTest
    @ValueSource(ints = {20, 1_000, 30_000, 4_000_000})
    void aToneHasItsOwnAmplitude(int amplitude) {
        List<List<Integer>> windows =
                List.of(SpectrumStep.RECTANGULAR, SpectrumStep.HANN, SpectrumStep.HAMMING, SpectrumStep.FLAT_TOP);
        for (List<Integer> window : windows) {
            PowerSpectrum spectrum = new PowerSpectrum(512, 512, 0, true, window);
            feed(spectrum, 512, i -> amplitude * Math.sin(2 * Math.PI * TONE_BIN * i / 512));
            Magnitudes magnitudes = new Magnitudes(spectrum);
            magnitudes.endWindow(WINDOW);
            double expected = amplitude / 2.0 * window.getFirst() / 32_768;
            assertThat(magnitudes.element(TONE_BIN) / 256.0).isCloseTo(expected, within(0.002 * expected + 0.05));
            assertThat(magnitudes.element(3 * TONE_BIN) / 256.0).isLessThan(0.002 * expected + 1);
        }
    }

    /** Between two bins a tone loses 1.4 dB under a Hann window and nothing under a flat top. */
    @Test
    void aFlatTopReadsLevelsBetweenBins() {
        double between = 2 * Math.PI * (TONE_BIN + 0.5) / 512;
        PowerSpectrum hann = new PowerSpectrum(512, 512, 0, true, SpectrumStep.HANN);
        PowerSpectrum flat = new PowerSpectrum(512, 512, 0, true, SpectrumStep.FLAT_TOP);
        feed(hann, 512, i -> 10_000 * Math.sin(between * i));
        feed(flat, 512, i -> 10_000 * Math.sin(between * i));
        assertThat(amplitude(hann, TONE_BIN) / 2_500).isCloseTo(0.849, within(0.01));
        assertThat(amplitude(flat, TONE_BIN) / (5_000 * 0.21557895)).isCloseTo(1, within(0.01));
    }

    /** Parseval: the bins' power, both halves of the spectrum, is the mean square. */
    @Test
    void framesSideBySideKeepTheEnergyOfNoise() {
        SplittableRandom random = new SplittableRandom(3);
        PowerSpectrum spectrum = new PowerSpectrum(4_096, 256, 256, false, SpectrumStep.RECTANGULAR);
        double[] noise = random.doubles(4_096, -3_000, 3_000).map(Math::rint).toArray();
        double meanSquare = 0;
        for (double value : noise) {
            meanSquare += value * value / noise.length;
        }
        feed(spectrum, 4_096, i -> noise[i]);
        double power = 0;
        for (int k = 1; k < 128; k++) {
            power += 2 * power(spectrum, k);
        }
        assertThat(power / meanSquare).isCloseTo(1, within(0.02));
    }

    /** A quiet frame beside a loud one neither overflows nor hides it. */
    @Test
    void framesOfDifferentLevelsAreSummed() {
        PowerSpectrum spectrum = new PowerSpectrum(1_024, 512, 512, true, SpectrumStep.RECTANGULAR);
        feed(spectrum, 1_024, i -> (i < 512 ? 3 : 20_000) * Math.sin(2 * Math.PI * TONE_BIN * i / 512));
        assertThat(amplitude(spectrum, TONE_BIN)).isCloseTo(10_000 / Math.sqrt(2), within(20.0));
        feed(spectrum, 1_024, i -> (i < 512 ? 20_000 : 3) * Math.sin(2 * Math.PI * TONE_BIN * i / 512));
        assertThat(amplitude(spectrum, TONE_BIN)).isCloseTo(10_000 / Math.sqrt(2), within(20.0));
    }

    @Test
    void silenceStandsBelowTheFaintestNoise() {
        LogBands[] bands = new LogBands[2];
        for (int amplitude = 0; amplitude < 2; amplitude++) {
            int peak = amplitude;
            PowerSpectrum spectrum = new PowerSpectrum(300, 512, 0, true, SpectrumStep.HANN);
            feed(spectrum, 300, i -> i % 7 == 0 ? peak : 0);
            bands[amplitude] = new LogBands(spectrum, false, List.of(1, 20, 256));
            bands[amplitude].endWindow(WINDOW);
        }
        assertThat(bands[0].element(1)).isLessThan(bands[1].element(1) - 4 * 1024);
    }

    /** Ten octaves of power are 10 · 1024 in Q10, here with the exactness of the tables. */
    @Test
    void bandsFollowTheLevelInOctaves() {
        int[] levels = {100, 3_200};
        int[][] found = new int[2][];
        for (int j = 0; j < 2; j++) {
            int level = levels[j];
            PowerSpectrum spectrum = new PowerSpectrum(512, 512, 0, true, SpectrumStep.HANN);
            feed(spectrum, 512, i -> Math.rint(level * Math.sin(2 * Math.PI * TONE_BIN * i / 512)));
            LogBands flat = new LogBands(spectrum, false, List.of(0, 30, 45, 256));
            LogBands triangle = new LogBands(spectrum, true, List.of(TONE_BIN - 9, TONE_BIN, TONE_BIN + 12));
            flat.endWindow(WINDOW);
            triangle.endWindow(WINDOW);
            found[j] = new int[] {flat.element(1), triangle.element(0)};
        }
        assertThat(found[1][0] - found[0][0]).isCloseTo(10 * 1024, within(10));
        assertThat(found[1][1] - found[0][1]).isCloseTo(10 * 1024, within(10));
        // Amplitude 3200 is a power of 800² in the bin and, under a Hann window, a quarter of it in either neighbour.
        assertThat(found[1][0] / 1024.0).isCloseTo(Math.log(800.0 * 800 * 1.5) / Math.log(2), within(0.01));
    }

    private static void feed(PowerSpectrum spectrum, int count, IntToDoubleFunction signal) {
        for (int i = 0; i < count; i++) {
            spectrum.accept((int) Math.rint(signal.applyAsDouble(i)));
        }
        spectrum.endWindow(WINDOW);
    }

    private static double power(PowerSpectrum spectrum, int bin) {
        return Math.scalb((double) spectrum.element(bin), spectrum.exponent()) / spectrum.frames();
    }

    private static double amplitude(PowerSpectrum spectrum, int bin) {
        return Math.sqrt(power(spectrum, bin));
    }
}
