package io.milliwatt.firmware;

import static org.assertj.core.api.Assertions.assertThat;

import io.milliwatt.dsp.fixedpoint.FaultOrders;
import io.milliwatt.dsp.fixedpoint.recipe.FeatureVector;
import io.milliwatt.dsp.fixedpoint.recipe.Recipe;
import io.milliwatt.dsp.fixedpoint.recipe.RecipeInterpreter;
import io.milliwatt.dsp.fixedpoint.recipe.SensorConfiguration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Java and C forget a recipe's baselines alike, at any window. */
class ForgottenBaselinesTest {

    @Test
    void aForgottenBaselineIsLearntAnewInBothLanguages() {
        Recipe recipe = SmallBundles.recipe();
        SensorConfiguration sensor = new SensorConfiguration(1_000_000, FaultOrders.NONE);
        Random random = new Random(19);
        int warmingUp = 0;
        try (NativeRecipe firmware = new NativeRecipe(recipe.toBytes(), sensor)) {
            RecipeInterpreter java = new RecipeInterpreter(recipe, sensor);
            for (int window = 0; window < 400; window++) {
                if (random.nextInt(20) == 0) {
                    assertThat(java.forgetBaselines()).isEqualTo(1);
                    assertThat(firmware.forgetBaselines()).isEqualTo(1);
                }
                short[] samples = new short[SmallBundles.WINDOW];
                int amplitude = random.nextInt(3) == 0 ? 1000 : 100;
                for (int index = 0; index < samples.length; index++) {
                    samples[index] = (short) (amplitude * random.nextGaussian());
                }
                List<FeatureVector> found = new ArrayList<>();
                List<FeatureVector> expected = new ArrayList<>();
                firmware.accept(samples, 0, samples.length, found::add);
                java.accept(samples, 0, samples.length, expected::add);
                assertThat(found).isEqualTo(expected);
                warmingUp += expected.getFirst().qualityFlags() >> 4 & 1;
            }
        }
        assertThat(warmingUp).isBetween(20, 200);
    }
}
