package io.milliwatt.dsp.spectrum;

import static io.milliwatt.dsp.golden.GoldenValues.SAMPLE_RATE_HZ;
import static io.milliwatt.dsp.golden.GoldenValues.SINGLE_PRECISION;
import static io.milliwatt.dsp.golden.GoldenValues.input;
import static io.milliwatt.dsp.golden.GoldenValues.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.milliwatt.dsp.signal.Signal;
import io.milliwatt.dsp.signal.SignalUnit;
import io.milliwatt.dsp.statistics.Moments;
import io.milliwatt.dsp.window.WindowShape;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpectraTest {

    @Test
    void welchAgreesWithScipyForEvenAndOddSegments() {
        assertClose(Welch.hann(256).of(input(1000), SAMPLE_RATE_HZ).values(), read("welch"));
        assertClose(Welch.hann(125).of(input(1000), SAMPLE_RATE_HZ).values(), read("welch_odd"));
    }

    @Test
    void hilbertEnvelopeAgreesWithScipyForEvenAndOddLengths() {
        assertClose(AnalyticSignal.envelope(input(1000)), read("hilbert"));
        assertClose(AnalyticSignal.envelope(input(999)), read("hilbert_odd"));
    }

    /** Parseval: the sum of squares in time is that over all bins, by N. Sizes around powers of two, and primes. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 31, 32, 33, 360, 511, 512, 513, 997, 4096, 10007})
    void transformKeepsEnergyAndInverts(int size) {
        double[] values = input(size);
        FourierTransform transform = FourierTransform.ofSize(size);
        ComplexValues half = transform.forwardReal(values);
        ComplexValues full = ComplexValues.zeros(size);
        double energy = 0;
        for (int bin = 0; bin < size; bin++) {
            int mirror = bin <= size / 2 ? bin : size - bin;
            full.real()[bin] = half.real()[mirror];
            full.imaginary()[bin] = bin <= size / 2 ? half.imaginary()[mirror] : -half.imaginary()[mirror];
            energy += full.power(bin) / size;
        }
        double expected = Arrays.stream(values).map(v -> v * v).sum();
        assertThat(energy).isCloseTo(expected, within(1e-5 * expected));
        assertClose(transform.inverse(full).real(), values);
    }

    @ParameterizedTest
    @EnumSource(WindowShape.class)
    void amplitudeOfASineOnABinIsItsOwnUnderEveryWindow(WindowShape window) {
        double[] sine = new double[1000];
        for (int i = 0; i < sine.length; i++) {
            sine[i] = 7 + 3 * Math.sin(2 * Math.PI * 100 * i / SAMPLE_RATE_HZ);
        }
        Spectrum spectrum = AmplitudeSpectrum.of(Signal.of(sine, SAMPLE_RATE_HZ, SignalUnit.G), window);
        assertThat(spectrum.value(spectrum.bin(100))).isCloseTo(3, within(1e-4));
    }

    @Test
    void bandEnvelopeIsTheHilbertEnvelopeOfTheBand() {
        int size = 8000;
        double[] modulated = new double[size];
        for (int i = 0; i < size; i++) {
            double t = i / 8000.0;
            modulated[i] = (1 + 0.5 * Math.cos(2 * Math.PI * 20 * t)) * Math.cos(2 * Math.PI * 2000 * t)
                    + 4 * Math.cos(2 * Math.PI * 300 * t);
        }
        BandEnvelope envelope = BandEnvelope.of(Signal.of(modulated, 8000, SignalUnit.G), 1500, 2500);
        double[] magnitude = envelope.magnitude();
        for (int i = 0; i < magnitude.length; i++) {
            double expected = 1 + 0.5 * Math.cos(2 * Math.PI * 20 * i / envelope.sampleRateHz());
            assertThat(magnitude[i]).isCloseTo(expected, within(1e-4));
        }
    }

    @Test
    void linearPredictionFindsTheCoefficientsThatMadeTheSignalAndWhitensIt() {
        double[] noise = input(20000);
        double[] made = new double[noise.length];
        for (int i = 2; i < made.length; i++) {
            double white = noise[i]
                    - 2 * Math.sin(2 * Math.PI * 50 * i / SAMPLE_RATE_HZ)
                    - 0.25
                    - 0.5 * Math.sin(2 * Math.PI * 210.5 * i / SAMPLE_RATE_HZ);
            made[i] = 1.5 * made[i - 1] - 0.8 * made[i - 2] + white;
        }
        Autoregression model = Autoregression.fit(made, 2);
        assertThat(model.coefficients()).containsExactly(new double[] {1.5, -0.8}, within(0.02));
        assertThat(Moments.of(model.residual(made)).variance())
                .isCloseTo(model.errorPower(), within(0.01 * model.errorPower()));
    }

    @Test
    void refusesTheWrongSizeAndBandsOutsideTheSpectrum() {
        assertThatThrownBy(() -> FourierTransform.ofSize(8).forwardReal(new double[9]))
                .hasMessageContaining("8 values");
        Signal signal = Signal.of(input(100), SAMPLE_RATE_HZ, SignalUnit.UNKNOWN);
        assertThatThrownBy(() -> BandEnvelope.of(signal, 100, 600)).hasMessageContaining("0..500.0 Hz");
    }

    private static void assertClose(double[] actual, double[] expected) {
        double largest = Arrays.stream(expected).map(Math::abs).max().orElse(1);
        assertThat(actual).containsExactly(expected, within(SINGLE_PRECISION * largest));
    }
}
