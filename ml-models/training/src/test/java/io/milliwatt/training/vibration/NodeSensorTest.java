package io.milliwatt.training.vibration;

import static org.assertj.core.api.Assertions.assertThat;

import io.milliwatt.datasets.catalogue.MachineSignal;
import io.milliwatt.dsp.fixedpoint.recipe.FeatureVector;
import io.milliwatt.dsp.fixedpoint.recipe.Recipe;
import io.milliwatt.dsp.fixedpoint.recipe.Recipes;
import io.milliwatt.dsp.signal.Signal;
import io.milliwatt.dsp.signal.SignalUnit;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NodeSensorTest {
    private static final Recipe RECIPE = Recipes.vibration();
    private static final double SHAFT_HZ = 29;

    /** Orders of the 6205: each race's impacts must raise that race's line over the decision's threshold, and above the other race's. */
    @ParameterizedTest
    @CsvSource({"5.41522, 0.9, lineInner, lineOuter", "3.58478, 0, lineOuter, lineInner"})
    void impactsAtARacesOrderRaiseItsOwnLine(double order, double loadZone, String own, String other) {
        List<FeatureVector> windows = play(impacts(order, loadZone, 12, 7));
        for (FeatureVector window : windows.subList(2, windows.size())) {
            assertThat(decades(window, own)).isGreaterThan(BearingDecision.RACE_LINE_DECADES);
            assertThat(decades(window, own)).isGreaterThan(decades(window, other) + 0.5);
        }
    }

    /** The thresholds' reason: joint lines of noise never come near them, though each takes its best of 41 slips. */
    @Test
    void noiseStaysBelowTheThresholdsForTwoHundredSeconds() {
        List<FeatureVector> windows = play(noise(200, 11));
        double highestRace = 0;
        double highestBall = 0;
        for (FeatureVector window : windows.subList(2, windows.size())) {
            highestRace = Math.max(highestRace, Math.max(decades(window, "lineInner"), decades(window, "lineOuter")));
            highestBall = Math.max(highestBall, decades(window, "lineBall"));
        }
        assertThat(highestRace).isLessThan(BearingDecision.RACE_LINE_DECADES);
        assertThat(highestBall).isLessThan(BearingDecision.BALL_LINE_DECADES);
    }

    private static double decades(FeatureVector window, String value) {
        int index = RECIPE.indexOf(value);
        return (double) window.value(index) / RECIPE.outputs().get(index).divisor();
    }

    private static List<FeatureVector> play(double[] accelerationG) {
        return new NodeSensor(RECIPE, "6205-2RS")
                .play(new MachineSignal(Signal.of(accelerationG, 12000, SignalUnit.G), SHAFT_HZ * 60));
    }

    private static double[] noise(int seconds, long seed) {
        Random random = new Random(seed);
        return random.doubles(12000L * seconds).map(each -> 0.2 * (each - 0.5)).toArray();
    }

    /**
     * Impacts with one per cent of jitter, each ringing at 3 kHz for about a millisecond, in noise.
     *
     * @param loadZone how far a defect that turns with the shaft weakens outside the load zone, 0 to 1
     */
    private static double[] impacts(double order, double loadZone, int seconds, long seed) {
        double[] signal = noise(seconds, seed);
        Random random = new Random(seed + 1);
        double period = 12000 / (order * SHAFT_HZ);
        for (double at = 10; at < signal.length - 200; at += period * (1 + 0.01 * random.nextGaussian())) {
            double load = 1 - loadZone * 0.5 * (1 - Math.cos(2 * Math.PI * SHAFT_HZ * at / 12000));
            for (int i = 0; i < 100; i++) {
                int index = (int) at + i;
                signal[index] += 0.8 * load * Math.exp(-i / 12.0) * Math.sin(2 * Math.PI * 3000 * i / 12000 + 0.3);
            }
        }
        return signal;
    }
}
