package io.milliwatt.nodes.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.milliwatt.dsp.signal.Signal;
import io.milliwatt.dsp.signal.SignalUnit;
import io.milliwatt.dsp.statistics.Moments;
import io.milliwatt.dsp.vibration.BearingGeometry;
import io.milliwatt.dsp.vibration.EnvelopeSpectrum;
import io.milliwatt.dsp.vibration.FaultFrequency;
import io.milliwatt.dsp.vibration.FaultLine;
import io.milliwatt.dsp.vibration.FaultOrders;
import io.milliwatt.dsp.vibration.Velocity;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The model is checked with the suite's own analysis tools, which are checked against SciPy. */
class PhysicalSignalTest {
    private static final double RATE_HZ = 12_000;
    private static final double SPEED_RPM = 1480;
    private static final FaultOrders ORDERS = new BearingGeometry(9, 7.94, 39.04, 0).faultOrders();

    /** Slip and jitter of the model: its lines stand half a per cent low and are a little broad. */
    private static final double LINE_TOLERANCE = 0.012;

    /** A line this far over the floor is one; without damage the highest of the first harmonics stays below. */
    private static final double CLEAR_LINE = 8;

    @ParameterizedTest
    @EnumSource(DamagedPart.class)
    void aGrownDamageShowsAtItsOwnLine(DamagedPart part) {
        PhysicalSignal signal = signal(Optional.of(new Damage(part, 0, 0.1, 3)));
        samples(signal, 1);

        List<FaultLine> lines = lines(samples(signal, 4));

        // A ball's two blows per spin fall on different races, so its line at twice the spin is the second harmonic.
        FaultFrequency frequency = switch (part) {
            case INNER_RACE -> FaultFrequency.BPFI;
            case OUTER_RACE -> FaultFrequency.BPFO;
            case ROLLING_ELEMENT -> FaultFrequency.BSF;
        };
        FaultLine highest = lines.stream()
                .filter(line -> line.frequency() != FaultFrequency.FTF)
                .max(Comparator.comparingDouble(FaultLine::heightAboveFloor))
                .orElseThrow();
        assertThat(highest.frequency()).isEqualTo(frequency);
        assertThat(highest.heightAboveFloor()).isGreaterThan(CLEAR_LINE);
        assertThat(highest.frequencyHz())
                .isCloseTo(highest.expectedHz(), within(LINE_TOLERANCE * highest.expectedHz()));
    }

    @Test
    void aHealthyMachineShowsNoLine() {
        assertThat(lines(samples(signal(Optional.empty()), 4))).allMatch(line -> line.heightAboveFloor() < CLEAR_LINE);
    }

    @Test
    void beforeItsStartADamageIsNotThere() {
        double[] healthy = samples(signal(Optional.empty()), 2).values();
        double[] damagedLater = samples(signal(Optional.of(new Damage(DamagedPart.OUTER_RACE, 10, 5, 3))), 2)
                .values();

        assertThat(Moments.of(damagedLater).rms())
                .isCloseTo(
                        Moments.of(healthy).rms(),
                        within(0.01 * Moments.of(healthy).rms()));
    }

    @Test
    void aDamageGrowsSmoothlyFromItsStartToItsEnd() {
        Damage damage = new Damage(DamagedPart.INNER_RACE, 10, 20, 1);

        assertThat(damage.severity(10)).isZero();
        assertThat(damage.severity(20)).isEqualTo(0.5);
        assertThat(damage.severity(30)).isEqualTo(1);
        assertThat(damage.severity(500)).isEqualTo(1);
    }

    @Test
    void theShaftTonesHaveTheVelocityAskedFor() {
        PhysicalScenario quiet = new PhysicalScenario(SPEED_RPM, List.of(1.2, 0.5), 0, 3000, 0.05, Optional.empty());
        Signal samples = samples(new PhysicalSignal(quiet, ORDERS, RATE_HZ, 1), 4);

        // Root of 1.2² + 0.5²; the filters of the measurement and the wandering speed cost under two per cent.
        assertThat(Velocity.rmsMillimetresPerSecond(samples, 10)).isCloseTo(1.3, within(0.026));
    }

    @Test
    void theSameSeedGivesTheSameSignal() {
        assertThat(samples(signal(Optional.empty()), 1)).isEqualTo(samples(signal(Optional.empty()), 1));
    }

    private static PhysicalSignal signal(Optional<Damage> damage) {
        PhysicalScenario scenario = new PhysicalScenario(SPEED_RPM, List.of(0.8, 0.3), 0.04, 3100, 0.05, damage);
        return new PhysicalSignal(scenario, ORDERS, RATE_HZ, 42);
    }

    private static Signal samples(SensorSignal signal, int seconds) {
        double[] block = new double[(int) (seconds * RATE_HZ)];
        signal.next(block);
        return Signal.of(block, RATE_HZ, SignalUnit.G);
    }

    private static List<FaultLine> lines(Signal samples) {
        return FaultLine.find(EnvelopeSpectrum.of(samples, 2000, 4500), ORDERS, SPEED_RPM, 2);
    }
}
