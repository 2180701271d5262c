package io.milliwatt.dsp.vibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.milliwatt.dsp.signal.Signal;
import io.milliwatt.dsp.signal.SignalUnit;
import io.milliwatt.dsp.spectrum.Spectrum;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VelocityAndZonesTest {

    /** At 1000 rad/s an acceleration of 9.80665 m/s² is 9.80665 mm/s of velocity. */
    @ParameterizedTest
    @ValueSource(doubles = {8000, 12000, 25600, 48000, 97656})
    void oneGravityAt159HertzIsNineMillimetresPerSecond(double sampleRateHz) {
        Signal signal = tone(1000 / (2 * Math.PI), Math.sqrt(2), sampleRateHz, SignalUnit.G);
        assertThat(Velocity.rmsMillimetresPerSecond(signal, 10)).isCloseTo(9.8067, within(0.03));
    }

    @Test
    void shaftSpeedOfTwentyFiveHertzIsNotDampedAndAnOffsetDoesNotDrift() {
        double amplitude = 0.1;
        Signal signal = tone(25, amplitude, 10000, SignalUnit.METRES_PER_SECOND_SQUARED)
                .map(values -> {
                    for (int i = 0; i < values.length; i++) {
                        values[i] += 3;
                    }
                    return values;
                });
        double expected = 1000 * amplitude / Math.sqrt(2) / (2 * Math.PI * 25);
        assertThat(Velocity.rmsMillimetresPerSecond(signal, 10)).isCloseTo(expected, within(0.01 * expected));
        Spectrum spectrum = Velocity.spectrum(signal, 10);
        assertThat(spectrum.value(spectrum.bin(25))).isCloseTo(expected * Math.sqrt(2), within(0.02 * expected));
    }

    @Test
    void refusesVelocityWithoutAUnitOrFromTooLittleSignal() {
        Signal unknown = tone(100, 1, 10000, SignalUnit.UNKNOWN);
        assertThatThrownBy(() -> Velocity.rmsMillimetresPerSecond(unknown, 10)).hasMessageContaining("g or m/s²");
        Signal brief = tone(100, 1, 10000, SignalUnit.G).slice(0, 1000);
        assertThatThrownBy(() -> Velocity.rmsMillimetresPerSecond(brief, 10)).hasMessageContaining("0.2 s");
    }

    @ParameterizedTest
    @CsvSource({
        "1, rigid, 1.0, A", "1, rigid, 2.3, A", "1, rigid, 3.0, B", "1, rigid, 5.0, C", "1, rigid, 10, D",
        "2, rigid, 1.0, A", "2, rigid, 2.0, B", "2, rigid, 2.8, B", "2, rigid, 3.5, C", "2, rigid, 6.0, D",
        "2, flexible, 7.1, C", "1, flexible, 11.0, C", "1, flexible, 11.01, D"
    })
    void aBoundaryBelongsToTheBetterZone(String group, String support, double rms, SeverityZone zone) {
        assertThat(SeverityLimits.of(group, support).zone(rms)).isEqualTo(zone);
    }

    @Test
    void everyLimitNamesItsEditionAndAnUnknownGroupIsRefused() {
        assertThat(SeverityLimits.all())
                .hasSize(4)
                .allSatisfy(limits -> assertThat(limits.edition()).contains("ISO 20816-3:2022"));
        assertThatThrownBy(() -> SeverityLimits.of("3", "rigid")).hasMessageContaining("group 3");
        assertThatThrownBy(() -> SeverityLimits.of("1", "rigid").zone(Double.NaN))
                .hasMessageContaining("NaN");
    }

    @Test
    void envelopeSpectrumShowsTheOuterRaceLinesOfAnImpactTrain() {
        FaultOrders orders =
                BearingCatalogue.load().find("6205").orElseThrow().geometry().faultOrders();
        double rateHz = 20000;
        double bpfoHz = orders.outerRace() * 30 * 0.99;
        double[] values = new double[40000];
        java.util.Random noise = new java.util.Random(1);
        for (int i = 0; i < values.length; i++) {
            double sinceImpact = (i / rateHz) % (1 / bpfoHz);
            values[i] = Math.exp(-800 * sinceImpact) * Math.sin(2 * Math.PI * 4000 * sinceImpact)
                    + 0.2 * noise.nextGaussian();
        }
        Spectrum envelope = EnvelopeSpectrum.of(Signal.of(values, rateHz, SignalUnit.G), 2000, 6000);
        FaultLine line = FaultLine.find(envelope, orders, 1800, 3).getFirst();
        assertThat(line.frequency()).isEqualTo(FaultFrequency.BPFO);
        assertThat(line.frequencyHz()).isCloseTo(bpfoHz, within(0.5));
        assertThat(line.heightAboveFloor()).isGreaterThan(10);
        assertThatThrownBy(() -> FaultLine.find(envelope, orders, 0, 3)).hasMessageContaining("turning shaft");
    }

    private static Signal tone(double frequencyHz, double amplitude, double sampleRateHz, SignalUnit unit) {
        double[] values = new double[(int) (4 * sampleRateHz)];
        for (int i = 0; i < values.length; i++) {
            values[i] = amplitude * Math.sin(2 * Math.PI * frequencyHz * i / sampleRateHz);
        }
        return Signal.of(values, sampleRateHz, unit);
    }
}
