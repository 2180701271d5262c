package io.milliwatt.dsp.vibration.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import io.milliwatt.dsp.signal.Signal;
import io.milliwatt.dsp.signal.SignalUnit;
import io.milliwatt.dsp.vibration.BearingCatalogue;
import io.milliwatt.dsp.vibration.diagnosis.SimulatedRig.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Random machines at 8 to 100 kHz and 600 to 3600 rpm, with speed errors up to 2 %. Seeds are fixed; every failure prints its seed. The bounds
 * leave a few rigs of room to what was measured over 100 rigs per class ({@code -Dmilliwatt.rigs=100} draws as many). Slip accumulates at random here, which smears lines more than a cage does.
 */
class DiagnosisOnSimulatedRigsTest {

    private static final int RIGS = Integer.getInteger("milliwatt.rigs", 12);

    @Test
    void healthyMachinesAreNeverGivenAFaultyPart() {
        List<String> alarms = new ArrayList<>();
        int unidentified = 0;
        for (int seed = 0; seed < 2 * RIGS; seed++) {
            SimulatedRig rig = new SimulatedRig(4000 + seed, Kind.NONE, 0);
            Diagnosis diagnosis = BearingDiagnosis.of(rig.signal, rig.statedRpm, rig.orders);
            switch (diagnosis.fault()) {
                case NONE -> assertThat(diagnosis.confidence()).isGreaterThan(0.1);
                case UNIDENTIFIED -> unidentified++;
                default ->
                    alarms.add(
                            4000 + seed + ": " + diagnosis.evidence().getFirst().sentence());
            }
        }
        assertThat(alarms).isEmpty();
        assertThat(unidentified).isLessThanOrEqualTo(2);
    }

    @Test
    void outerRaceImpactsAtTheBackgroundsLevelAreNamed() {
        assertNamed(Kind.OUTER, Fault.OUTER_RACE);
    }

    @Test
    void innerRaceImpactsAtTheBackgroundsLevelAreNamed() {
        assertNamed(Kind.INNER, Fault.INNER_RACE);
    }

    @Test
    void rollingElementImpactsAtTheBackgroundsLevelAreNamed() {
        assertNamed(Kind.ELEMENT, Fault.ROLLING_ELEMENT);
    }

    /** A train without any slip is a set of tones, which whitening must not take for mains. */
    @Test
    void impactsAsRegularAsClockworkAreNamedInALongRecord() {
        double rateHz = 25600;
        var orders =
                BearingCatalogue.load().find("6203").orElseThrow().geometry().faultOrders();
        double periodSeconds = 1 / (orders.outerRace() * 25.3);
        Random random = new Random(3);
        double[] values = new double[(int) (6 * rateHz)];
        for (int i = 0; i < values.length; i++) {
            double sinceImpact = (i / rateHz) % periodSeconds;
            values[i] = Math.exp(-800 * sinceImpact) * Math.sin(2 * Math.PI * 3840 * sinceImpact)
                    + 0.4 * random.nextGaussian()
                    + 0.3 * Math.sin(2 * Math.PI * 25.3 * i / rateHz);
        }
        Diagnosis diagnosis = BearingDiagnosis.of(Signal.of(values, rateHz, SignalUnit.UNKNOWN), 1518, orders);
        assertThat(diagnosis.fault()).isEqualTo(Fault.OUTER_RACE);
        assertThat(diagnosis.confidence()).isGreaterThan(0.8);
    }

    private static void assertNamed(Kind made, Fault expected) {
        int named = 0;
        List<String> wrong = new ArrayList<>();
        for (int seed = 0; seed < RIGS; seed++) {
            SimulatedRig rig = new SimulatedRig(5000 + seed, made, -3);
            Diagnosis diagnosis = BearingDiagnosis.of(rig.signal, rig.statedRpm, rig.orders);
            if (diagnosis.fault() == expected) {
                named++;
            } else if (diagnosis.fault() != Fault.NONE && diagnosis.fault() != Fault.UNIDENTIFIED) {
                wrong.add(5000 + seed + " as " + diagnosis.fault());
            }
        }
        assertThat(named).isGreaterThanOrEqualTo(RIGS * 3 / 5);
        assertThat(wrong).hasSizeLessThanOrEqualTo(1);
    }
}
