package io.milliwatt.dsp.fixedpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpectrumKernelsTest {

    /** Q15 twiddles leave about −90 dB: bins that stand within 60 dB of the largest are good to 0.03 of log₂ (0.1 dB). */
    private static final double BIN_TOLERANCE = 0.03;

    private static final SpectrumAxis AXIS = new SpectrumAxis(2048, 8, 12_000_000);
    private static final FloorGrid GRID = new FloorGrid(13_107, 26_214, 24, 4, 745_000, 124);
    private static final FaultOrders ORDERS = FaultOrders.of(3.5848, 5.4152, 4.7135, 0.39828);

    @ParameterizedTest
    @ValueSource(ints = {16, 64, 512, 2048})
    void binsAreThoseOfADoubleTransform(int length) {
        SplittableRandom random = new SplittableRandom(length);
        int samples = length - length / 4;
        double[] signal = new double[samples];
        Arrays.setAll(signal, i -> Math.round(100_000 * random.nextGaussian() + 400_000 * Math.sin(0.3 * i)));
        double[] expected = logPower(signal, length);
        LogSpectrum spectrum = spectrum(signal, length, 0);
        double offset = spectrum.bin(length / 4) / 1024.0 - expected[length / 4];
        double largest = Arrays.stream(expected).max().orElseThrow();
        for (int k = 1; k < length / 2; k++) {
            if (expected[k] > largest - 20) {
                assertThat(spectrum.bin(k) / 1024.0)
                        .as("bin %d of %d", k, length)
                        .isCloseTo(expected[k] + offset, within(BIN_TOLERANCE));
            }
        }
    }

    /** Mean removed, Hann window of the samples' own length, zero padding: the textbook sum. */
    private static double[] logPower(double[] signal, int length) {
        int n = signal.length;
        double mean = Math.floor(Arrays.stream(signal).sum() / n);
        double[] bins = new double[length / 2];
        for (int k = 0; k < bins.length; k++) {
            double real = 0;
            double imaginary = 0;
            for (int i = 0; i < n; i++) {
                double value = (signal[i] - mean) * (1 - Math.cos(2 * Math.PI * i / n)) / 2;
                real += value * Math.cos(2 * Math.PI * i * k / length);
                imaginary -= value * Math.sin(2 * Math.PI * i * k / length);
            }
            bins[k] = Math.log(real * real + imaginary * imaginary) / Math.log(2);
        }
        return bins;
    }

    /** Block scaling: the same shape on 1 count or on full scale gives the same bins. */
    @Test
    void theLevelDoesNotMatter() {
        // 23 whole turns of a permutation with mean 0, so that the mean's rounding is the same too.
        double[] soft = new double[1_472];
        Arrays.setAll(soft, i -> 2 * (i * 37 % 64) - 63);
        double[] loud = Arrays.stream(soft).map(value -> value * (1 << 24)).toArray();
        LogSpectrum one = spectrum(soft, 2048, 3);
        LogSpectrum other = spectrum(loud, 2048, 3);
        for (int k = 0; k < 1024; k++) {
            assertThat(one.bin(k)).isEqualTo(other.bin(k));
        }
    }

    @Test
    void extremesStayInRange() {
        for (double[] extreme : List.of(
                constant(1_500, Integer.MIN_VALUE),
                alternating(1_500, 1),
                alternating(1_500, 2),
                alternating(1_500, 16))) {
            LogSpectrum spectrum = spectrum(extreme, 2048, 0);
            for (int k = 0; k < 1024; k++) {
                assertThat(spectrum.bin(k)).isBetween(0, 63 * 1024);
            }
        }
    }

    private static double[] constant(int length, int value) {
        double[] values = new double[length];
        Arrays.fill(values, value);
        return values;
    }

    private static double[] alternating(int length, int run) {
        double[] values = new double[length];
        Arrays.setAll(values, i -> i / run % 2 == 0 ? Integer.MAX_VALUE : Integer.MIN_VALUE);
        return values;
    }

    @Test
    void noiseHasNoLines() {
        SplittableRandom random = new SplittableRandom(9);
        double[] noise = new double[1_500];
        Arrays.setAll(noise, i -> Math.round(10_000 * random.nextGaussian()));
        // Seven highest-of-three bins over the median: about 1.3 octaves by chance, a little more with the slip's
        // choice.
        assertThat(innerRaceScore(noise, 30_000)).isBetween(0, 2_700);
    }

    @Test
    void aCombIsFoundThoughItSlips() {
        for (double slip : new double[] {0, 0.019, -0.019}) {
            double[] envelope = comb(5.4152 * (1 + slip));
            assertThat(innerRaceScore(envelope, 30_000)).as("slip %.3f", slip).isGreaterThan(5_000);
        }
        assertThat(innerRaceScore(comb(5.4152 * 1.05), 30_000)).isLessThan(2_700);
    }

    @Test
    void aStandingShaftHasNoScore() {
        assertThat(innerRaceScore(comb(5.4152), 0)).isZero();
    }

    /** At 300 Hz the first line of the inner race lies at 1.6 kHz, above what the envelope holds. */
    @Test
    void linesAboveTheLimitAreLeftOut() {
        assertThat(innerRaceScore(comb(5.4152), 300_000)).isZero();
    }

    /** Three harmonics of an order of a 30 Hz shaft in noise, at 1.5 kHz. */
    private static double[] comb(double order) {
        SplittableRandom random = new SplittableRandom(10);
        double[] values = new double[1_500];
        Arrays.setAll(values, i -> {
            double turn = 2 * Math.PI * 30 * order * i / 1_500;
            double lines = Math.sin(turn) + Math.sin(2 * turn) + Math.sin(3 * turn);
            return Math.round(1_000 * random.nextGaussian() + 4_000 * lines);
        });
        return values;
    }

    private static int innerRaceScore(double[] envelope, int shaftSpeedMilliHertz) {
        List<SpectralLine> lines = List.of(
                new SpectralLine(OrderReference.INNER_RACE, 1, OrderReference.SHAFT, 0),
                new SpectralLine(OrderReference.INNER_RACE, 2, OrderReference.SHAFT, 0),
                new SpectralLine(OrderReference.INNER_RACE, 3, OrderReference.SHAFT, 0));
        LocalFloor floor = new LocalFloor(spectrum(envelope, 2048, 3), AXIS, GRID);
        LineScore score = new LineScore(floor, ORDERS, 20, 1_049, lines);
        Window window = new Window(shaftSpeedMilliHertz, 0);
        floor.endWindow(window);
        score.endWindow(window);
        return score.value(0);
    }

    private static LogSpectrum spectrum(double[] values, int length, int firstBin) {
        LogSpectrum spectrum = new LogSpectrum(values.length, length, firstBin);
        for (double value : values) {
            spectrum.accept((int) value);
        }
        spectrum.endWindow(new Window(0, 0));
        return spectrum;
    }
}
