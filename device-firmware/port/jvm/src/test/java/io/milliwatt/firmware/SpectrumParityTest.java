package io.milliwatt.firmware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milliwatt.dsp.fixedpoint.recipe.FeatureVector;
import io.milliwatt.dsp.fixedpoint.recipe.Recipe;
import io.milliwatt.dsp.fixedpoint.recipe.RecipeInterpreter;
import io.milliwatt.dsp.fixedpoint.recipe.SensorConfiguration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;

/** Features and whole arrays of statistics, spectra, bands and histories: the same bits in both languages. */
class SpectrumParityTest {

    @Test
    void randomRecipesGiveTheSameFeaturesAndArraysInRandomChunks() {
        for (int seed = 0; seed < 400; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Recipe recipe = RandomSpectrumRecipes.recipe(random);
            compare(recipe, signal(random, 5 * recipe.windowLength()), random);
        }
    }

    @Test
    void extremeSignalsGiveTheSameFeaturesAndArrays() {
        List<IntUnaryOperator> extremes = List.of(
                i -> 0,
                i -> 32_767,
                i -> -32_768,
                i -> i % 2 == 0 ? 32_767 : -32_768,
                i -> i / 16 % 2 == 0 ? 32_767 : -32_768,
                i -> i % 700 == 50 ? 32_767 : 0,
                i -> i % 2,
                i -> i / 3_000 % 2 == 0 ? i % 3 - 1 : (short) (31 * i));
        for (int seed = 1000; seed < 1060; seed++) {
            for (IntUnaryOperator extreme : extremes) {
                SplittableRandom random = new SplittableRandom(seed);
                Recipe recipe = RandomSpectrumRecipes.recipe(random);
                short[] samples = new short[3 * recipe.windowLength()];
                for (int i = 0; i < samples.length; i++) {
                    samples[i] = (short) extreme.applyAsInt(i);
                }
                compare(recipe, samples, random);
            }
        }
    }

    /** After every window all arrays are compared too; chunks are random and differ between the two. */
    private static void compare(Recipe recipe, short[] samples, SplittableRandom random) {
        SensorConfiguration sensor = RandomRecipes.sensor(random);
        RecipeInterpreter interpreter = new RecipeInterpreter(recipe, sensor);
        List<FeatureVector> inJava = new ArrayList<>();
        List<FeatureVector> inC = new ArrayList<>();
        try (NativeRecipe node = new NativeRecipe(recipe.toBytes(), sensor)) {
            for (int window = 0; window * recipe.windowLength() < samples.length; window++) {
                int from = window * recipe.windowLength();
                int to = from + recipe.windowLength();
                for (int at = from; at < to; ) {
                    int chunk = Math.min(to - at, random.nextInt(1, 2_000));
                    interpreter.accept(samples, at, chunk, inJava::add);
                    at += chunk;
                }
                for (int at = from; at < to; ) {
                    int chunk = Math.min(to - at, random.nextInt(1, 2_000));
                    node.accept(samples, at, chunk, inC::add);
                    at += chunk;
                }
                assertThat(inC).as("window %d of %s", window, recipe).isEqualTo(inJava);
                for (int step = 1; step <= recipe.steps().size(); step++) {
                    int[] array = node.array(step);
                    assertThat(array).as("array of step %d of %s", step, recipe).hasSize(recipe.arrayLength(step));
                    if (array.length > 0) {
                        assertThat(array)
                                .as("array of step %d in window %d of %s", step, window, recipe)
                                .isEqualTo(interpreter.array(step));
                    }
                }
            }
        }
    }

    @Test
    void bothNeedTheSameStateAndRefuseTheSameDamage() {
        SplittableRandom random = new SplittableRandom(5);
        int accepted = 0;
        for (int i = 0; i < 5_000; i++) {
            byte[] section = RandomSpectrumRecipes.recipe(random).toBytes();
            section[random.nextInt(section.length)] = (byte) random.nextInt();
            try {
                Recipe recipe = Recipe.parse(section);
                assertThatCode(() ->
                                assertThat(NativeRecipe.stateBytes(section)).isEqualTo(recipe.stateBytes()))
                        .doesNotThrowAnyException();
                accepted++;
            } catch (IllegalArgumentException refused) {
                assertThatThrownBy(() -> NativeRecipe.stateBytes(section))
                        .as(refused.getMessage())
                        .isInstanceOf(FirmwareException.class);
            }
        }
        assertThat(accepted).isBetween(500, 4_500);
    }

    private static short[] signal(SplittableRandom random, int length) {
        double level = Math.pow(2, 16 * random.nextDouble());
        double sine = random.nextBoolean() ? level : 0;
        double step = random.nextDouble();
        int offset = random.nextInt(-2_000, 2_000);
        short[] samples = new short[length];
        for (int i = 0; i < length; i++) {
            double value = offset + level * random.nextGaussian() + sine * Math.sin(step * i);
            samples[i] = (short) Math.clamp(value, -32_768.0, 32_767.0);
        }
        return samples;
    }
}
