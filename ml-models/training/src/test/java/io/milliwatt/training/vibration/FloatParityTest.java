package io.milliwatt.training.vibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.milliwatt.datasets.catalogue.MachineSignal;
import io.milliwatt.dsp.fixedpoint.recipe.FeatureVector;
import io.milliwatt.dsp.fixedpoint.recipe.Recipe;
import io.milliwatt.dsp.fixedpoint.recipe.Recipes;
import io.milliwatt.dsp.signal.Signal;
import io.milliwatt.dsp.signal.SignalUnit;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The node's integers against the same recipe in double precision: two implementations that share nothing but the parameters. */
class FloatParityTest {
    private static final Recipe RECIPE = Recipes.vibration();

    /** Line scores are logarithms of spectra: 0.03 decades is 0.3 dB. */
    private static final double DECADES = 0.03;

    /** A share of the value, or one and a half of the integer's own steps. */
    private static final double SHARE = 0.005;

    @Test
    void theNodesValuesAreTheRealOnesUpToRounding() {
        MachineSignal signal = impactsInNoise();
        List<FeatureVector> node = new NodeSensor(RECIPE, "6205-2RS").play(signal);
        List<double[]> real = NodeSensor.inFloatingPoint(RECIPE, "6205-2RS", signal);
        assertThat(real).hasSameSizeAs(node).hasSize(6);
        for (int window = 1; window < node.size(); window++) {
            for (String value : List.of("velocityRms", "accelerationRms", "peak", "kurtosis", "crest", "shaftSpeed")) {
                int index = RECIPE.indexOf(value);
                double expected = real.get(window)[index];
                assertThat((double) node.get(window).value(index))
                        .as(value)
                        .isCloseTo(expected, within(1.5 + SHARE * expected));
            }
            for (String value : List.of("lineInner", "lineBall", "lineOuter")) {
                int index = RECIPE.indexOf(value);
                assertThat((double) node.get(window).value(index))
                        .as(value)
                        .isCloseTo(real.get(window)[index], within(DECADES * 256));
            }
        }
    }

    private static MachineSignal impactsInNoise() {
        Random random = new Random(3);
        double[] signal = new double[6 * 12000];
        double period = 12000 / (3.58478 * 29);
        for (int i = 0; i < signal.length; i++) {
            double sinceImpact = i % period;
            signal[i] = 0.05 * random.nextGaussian()
                    + 0.1 * Math.sin(2 * Math.PI * 29 * i / 12000)
                    + Math.exp(-sinceImpact / 12) * Math.sin(2 * Math.PI * 0.25 * sinceImpact);
        }
        return new MachineSignal(Signal.of(signal, 12000, SignalUnit.G), 29 * 60);
    }
}
