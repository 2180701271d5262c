package io.milliwatt.firmware;

import static org.assertj.core.api.Assertions.assertThat;

import io.milliwatt.dsp.fixedpoint.FaultOrders;
import io.milliwatt.dsp.fixedpoint.HeartBeat;
import io.milliwatt.dsp.fixedpoint.QrsDetector;
import io.milliwatt.dsp.fixedpoint.recipe.FeatureVector;
import io.milliwatt.dsp.fixedpoint.recipe.Recipe;
import io.milliwatt.dsp.fixedpoint.recipe.RecipeInterpreter;
import io.milliwatt.dsp.fixedpoint.recipe.SensorConfiguration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** The steps for hearts and slow sensors: what Java and C find in the same samples, bit by bit, with every beat. */
class ReadingsParityTest {

    /** What a run gives: window by window, and beat by beat. */
    private record Run(List<FeatureVector> windows, List<HeartBeat> beats) {}

    @Test
    void bothNeedTheSameState() {
        SplittableRandom random = new SplittableRandom(21);
        for (int i = 0; i < 500; i++) {
            Recipe recipe = RandomReadings.recipe(random);
            assertThat(Recipe.parse(recipe.toBytes())).isEqualTo(recipe);
            assertThat(NativeRecipe.stateBytes(recipe.toBytes())).isEqualTo(recipe.stateBytes());
        }
    }

    @Test
    void randomRecipesFindTheSameInRandomChunks() {
        int beats = 0;
        for (int seed = 0; seed < 300; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Recipe recipe = RandomReadings.recipe(random);
            SensorConfiguration sensor =
                    new SensorConfiguration(random.nextInt(1, 1 << random.nextInt(1, 31)), FaultOrders.NONE);
            short[] samples = signal(random, 12_000);
            Run java = inJava(recipe, sensor, samples, random.nextLong());
            assertThat(inC(recipe, sensor, samples, random.nextLong()))
                    .as("recipe of seed %d", seed)
                    .isEqualTo(java);
            beats += java.beats().size();
        }
        assertThat(beats).as("beats to compare").isGreaterThan(2_000);
    }

    /** Beats are asked for after every chunk; the longest is shorter than any eight of them take. */
    private static Run inJava(Recipe recipe, SensorConfiguration sensor, short[] samples, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        RecipeInterpreter interpreter = new RecipeInterpreter(recipe, sensor);
        QrsDetector detector = interpreter.beats(RandomReadings.qrsStep(recipe));
        Run run = new Run(new ArrayList<>(), new ArrayList<>());
        for (int at = 0; at < samples.length; ) {
            if (at == samples.length / 2) {
                interpreter.startSeason();
            }
            int chunk = chunk(samples, at, random);
            interpreter.accept(samples, at, chunk, run.windows()::add);
            for (long number = run.beats().size(); number < detector.beats(); number++) {
                run.beats().add(detector.beat(number).orElseThrow());
            }
            at += chunk;
        }
        return run;
    }

    private static Run inC(Recipe recipe, SensorConfiguration sensor, short[] samples, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Run run = new Run(new ArrayList<>(), new ArrayList<>());
        try (NativeRecipe node = new NativeRecipe(recipe.toBytes(), sensor)) {
            for (int at = 0; at < samples.length; ) {
                if (at == samples.length / 2) {
                    node.startSeason();
                }
                int chunk = chunk(samples, at, random);
                node.accept(samples, at, chunk, run.windows()::add);
                run.beats().addAll(node.newBeats(RandomReadings.qrsStep(recipe)));
                at += chunk;
            }
        }
        return run;
    }

    /** Ends at the middle, so that both start the season at the same sample. */
    private static int chunk(short[] samples, int at, RandomGenerator random) {
        int middle = samples.length / 2;
        int end = at < middle ? middle : samples.length;
        return Math.min(end - at, random.nextInt(1, 9));
    }

    /** Pulses in noise, standing readings, jumps between the extremes. */
    private static short[] signal(RandomGenerator random, int length) {
        short[] samples = new short[length];
        int kind = random.nextInt(4);
        double height = Math.pow(2, 16 * random.nextDouble());
        double noise = height * random.nextDouble() * 0.2;
        int period = random.nextInt(20, 600);
        int width = random.nextInt(1, 20);
        for (int i = 0; i < length; i++) {
            int phase = i % period;
            double value = switch (kind) {
                case 0, 1 -> (phase < width ? height : 0) + noise * random.nextGaussian();
                case 2 -> i / period % 2 == 0 ? -32_768 : 32_767;
                default -> i / period * 37 % 2_000;
            };
            samples[i] = (short) Math.clamp(value, -32_768.0, 32_767.0);
        }
        return samples;
    }
}
