package io.milliwatt.vibration.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.milliwatt.dsp.signal.Signal;
import io.milliwatt.dsp.signal.SignalUnit;
import io.milliwatt.dsp.vibration.BearingGeometry;
import io.milliwatt.dsp.vibration.FaultFrequency;
import io.milliwatt.dsp.vibration.FaultLine;
import io.milliwatt.dsp.vibration.FaultOrders;
import java.time.Instant;
import java.util.Comparator;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A simulated outer-race fault shows its line, and a pure tone its amplitude. */
class CapturedSignalTest {

    private static final double RATE_HZ = 12_000;
    private static final double SPEED_RPM = 1797;
    private static final FaultOrders ORDERS = new BearingGeometry(9, 7.94, 39.04, 0).faultOrders();

    @Test
    void impactsAtTheOuterRaceRateStandOutInTheEnvelope() {
        Random random = new Random(11);
        double[] samples = new double[12_000];
        double period = RATE_HZ * 60 / (SPEED_RPM * ORDERS.outerRace());
        for (int i = 0; i < samples.length; i++) {
            double sinceImpact = i % period;
            samples[i] = Math.exp(-sinceImpact / 12) * Math.sin(2 * Math.PI * 3200 * sinceImpact / RATE_HZ)
                    + 0.05 * random.nextGaussian();
        }
        var envelope = captured(samples).envelope(ORDERS, SPEED_RPM);
        FaultLine highest = envelope.lines().stream()
                .filter(line -> line.harmonic() == 1)
                .max(Comparator.comparingDouble(FaultLine::heightAboveFloor))
                .orElseThrow();
        assertThat(highest.frequency()).isEqualTo(FaultFrequency.BPFO);
        assertThat(highest.frequencyHz()).isCloseTo(107.36, within(1.0));
    }

    @Test
    void aToneReadsItsOwnAmplitude() {
        double[] samples = new double[12_000];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = 0.7 * Math.sin(2 * Math.PI * 100 * i / RATE_HZ);
        }
        var spectrum = captured(samples).spectrum();
        assertThat(spectrum.value(spectrum.bin(100))).isCloseTo(0.7, within(1e-4));
    }

    @Test
    void aConstantSignalHasLinesOfNoHeight() {
        assertThat(captured(new double[4096]).envelope(ORDERS, SPEED_RPM).lines())
                .allSatisfy(line -> assertThat(line.heightAboveFloor()).isZero());
    }

    @Test
    void aCaptureTooShortForASpectrumIsRefused() {
        assertThatThrownBy(() -> captured(new double[255])).hasMessageContaining("255 samples");
    }

    private static CapturedSignal captured(double[] samples) {
        return new CapturedSignal(Signal.of(samples, RATE_HZ, SignalUnit.G), Instant.EPOCH);
    }
}
