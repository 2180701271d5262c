package io.milliwatt.firmware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milliwatt.dsp.fixedpoint.FaultOrders;
import io.milliwatt.dsp.fixedpoint.recipe.FeatureVector;
import io.milliwatt.dsp.fixedpoint.recipe.Recipe;
import io.milliwatt.dsp.fixedpoint.recipe.RecipeInterpreter;
import io.milliwatt.dsp.fixedpoint.recipe.Recipes;
import io.milliwatt.dsp.fixedpoint.recipe.SensorConfiguration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntUnaryOperator;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** One definition, two interpreters: every comparison here is of whole feature vectors, bit by bit. */
class RecipeParityTest {

    private static final SensorConfiguration SENSOR =
            new SensorConfiguration(488_281, FaultOrders.of(3.5848, 5.4152, 4.7135, 0.39828));
    private static final int SPEED_MILLI_HERTZ = 29_950;

    @Test
    void bothNeedTheSameState() {
        SplittableRandom random = new SplittableRandom(2);
        for (int i = 0; i < 500; i++) {
            Recipe recipe = RandomRecipes.recipe(random);
            assertThat(NativeRecipe.stateBytes(recipe.toBytes())).isEqualTo(recipe.stateBytes());
        }
        Recipe vibration = Recipes.vibration();
        assertThat(NativeRecipe.stateBytes(vibration.toBytes())).isEqualTo(vibration.stateBytes());
    }

    @Test
    void randomRecipesGiveTheSameFeaturesInRandomChunks() {
        for (int seed = 0; seed < 400; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Recipe recipe = RandomRecipes.recipe(random);
            SensorConfiguration sensor = RandomRecipes.sensor(random);
            short[] samples = signal(random, 12 * recipe.windowLength());
            int speed = random.nextInt(1 << random.nextInt(1, 20));
            assertThat(inC(recipe, sensor, speed, samples, random))
                    .as("recipe of seed %d", seed)
                    .isEqualTo(inJava(recipe, sensor, speed, samples, random));
        }
    }

    @Test
    void extremeSignalsGiveTheSameFeatures() {
        List<IntUnaryOperator> extremes = List.of(
                i -> 0,
                i -> 32_767,
                i -> -32_768,
                i -> i % 2 == 0 ? 32_767 : -32_768,
                i -> i / 16 % 2 == 0 ? 32_767 : -32_768,
                i -> i / 12_000 % 2 == 0 ? -32_768 : 32_767,
                i -> i == 5_000 ? 32_767 : 0,
                i -> i % 2,
                i -> (short) i);
        for (IntUnaryOperator extreme : extremes) {
            short[] samples = samples(extreme, 20 * 12_000);
            for (int speed : new int[] {0, 29_950}) {
                RandomGenerator random = new SplittableRandom(speed);
                assertThat(inC(Recipes.vibration(), SENSOR, speed, samples, random))
                        .isEqualTo(inJava(Recipes.vibration(), SENSOR, speed, samples, random));
            }
        }
    }

    @Test
    void chunksDoNotMatter() {
        short[] samples = signal(new SplittableRandom(3), 3 * 12_000);
        RecipeInterpreter whole = new RecipeInterpreter(Recipes.vibration(), SENSOR);
        whole.setShaftSpeed(SPEED_MILLI_HERTZ);
        List<FeatureVector> atOnce = new ArrayList<>();
        whole.accept(samples, 0, samples.length, atOnce::add);
        assertThat(inJava(Recipes.vibration(), SENSOR, SPEED_MILLI_HERTZ, samples, new SplittableRandom(4)))
                .isEqualTo(atOnce)
                .hasSize(3);
    }

    /** A section that one of them runs and the other refuses would be a node that a server cannot predict. */
    @Test
    void bothRefuseTheSameDamage() {
        SplittableRandom random = new SplittableRandom(5);
        int accepted = 0;
        for (int i = 0; i < 5_000; i++) {
            Recipe recipe = switch (i % 4) {
                case 0, 1 -> Recipes.vibration();
                case 2 -> RandomRecipes.recipe(random);
                default -> RandomReadings.recipe(random);
            };
            byte[] section = recipe.toBytes();
            section[random.nextInt(section.length)] = (byte) random.nextInt();
            if (i % 7 == 0) {
                section = Arrays.copyOf(section, section.length + random.nextInt(-8, 9));
            }
            accepted += bothAgreeOn(section) ? 1 : 0;
        }
        assertThat(accepted).isBetween(500, 4_500);
    }

    private static boolean bothAgreeOn(byte[] section) {
        Recipe recipe;
        try {
            recipe = Recipe.parse(section);
        } catch (IllegalArgumentException refused) {
            assertThatThrownBy(() -> NativeRecipe.stateBytes(section))
                    .as(refused.getMessage())
                    .isInstanceOf(FirmwareException.class);
            return false;
        }
        int stateBytes = recipe.stateBytes();
        assertThatCode(() -> assertThat(NativeRecipe.stateBytes(section)).isEqualTo(stateBytes))
                .doesNotThrowAnyException();
        return true;
    }

    @Test
    void aSpeedOutOfRangeIsRefused() {
        try (NativeRecipe recipe = new NativeRecipe(Recipes.vibration().toBytes(), SENSOR)) {
            assertThatThrownBy(() -> recipe.setShaftSpeed(1_000_001)).isInstanceOf(FirmwareException.class);
            assertThatThrownBy(() -> recipe.setShaftSpeed(-1)).isInstanceOf(FirmwareException.class);
        }
    }

    static List<FeatureVector> inJava(
            Recipe recipe, SensorConfiguration sensor, int speed, short[] samples, RandomGenerator random) {
        RecipeInterpreter interpreter = new RecipeInterpreter(recipe, sensor);
        interpreter.setShaftSpeed(speed);
        List<FeatureVector> vectors = new ArrayList<>();
        for (int at = 0; at < samples.length; ) {
            int chunk = Math.min(samples.length - at, random.nextInt(1, 5_000));
            interpreter.accept(samples, at, chunk, vectors::add);
            at += chunk;
        }
        return vectors;
    }

    static List<FeatureVector> inC(
            Recipe recipe, SensorConfiguration sensor, int speed, short[] samples, RandomGenerator random) {
        List<FeatureVector> vectors = new ArrayList<>();
        try (NativeRecipe node = new NativeRecipe(recipe.toBytes(), sensor)) {
            node.setShaftSpeed(speed);
            for (int at = 0; at < samples.length; ) {
                int chunk = Math.min(samples.length - at, random.nextInt(1, 5_000));
                node.accept(samples, at, chunk, vectors::add);
                at += chunk;
            }
        }
        return vectors;
    }

    /** Noise of a random level, sometimes with a sine, sometimes beyond the converter's range. */
    static short[] signal(RandomGenerator random, int length) {
        double level = Math.pow(2, 16 * random.nextDouble());
        double sine = random.nextBoolean() ? level : 0;
        double step = random.nextDouble();
        int offset = random.nextInt(-2_000, 2_000);
        return samples(
                i -> (int) Math.clamp(
                        offset + level * random.nextGaussian() + sine * Math.sin(step * i), -32_768.0, 32_767.0),
                length);
    }

    private static short[] samples(IntUnaryOperator sample, int length) {
        short[] samples = new short[length];
        for (int i = 0; i < length; i++) {
            samples[i] = (short) sample.applyAsInt(i);
        }
        return samples;
    }
}
