package io.milliwatt.firmware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.milliwatt.datasets.RecordingFolder;
import io.milliwatt.dsp.fixedpoint.FaultOrders;
import io.milliwatt.dsp.fixedpoint.QrsDesign;
import io.milliwatt.dsp.fixedpoint.heart.BeatFeatures;
import io.milliwatt.dsp.fixedpoint.heart.Feature;
import io.milliwatt.dsp.fixedpoint.recipe.Output;
import io.milliwatt.dsp.fixedpoint.recipe.ReadingStep;
import io.milliwatt.dsp.fixedpoint.recipe.Recipe;
import io.milliwatt.dsp.fixedpoint.recipe.RecipeInterpreter;
import io.milliwatt.dsp.fixedpoint.recipe.SampleUnit;
import io.milliwatt.dsp.fixedpoint.recipe.SensorConfiguration;
import io.milliwatt.firmware.NativeBeats.DescribedBeat;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Every feature of every beat, in Java and in the firmware. */
class DescribedBeatsParityTest {

    private static final String FOLDER = "ecg/mitdb";
    private static final int STEP = 2;

    @Test
    void heartsOfAnyRateAndGainAreDescribedAlike() {
        int beats = 0;
        int late = 0;
        for (int seed = 0; seed < 40; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int rateHz = random.nextInt(100, 1_001);
            int gain = random.nextInt(3) == 0 ? random.nextInt(1, 1 << random.nextInt(1, 31)) : 5_000_000;
            short[] samples = signal(random, rateHz, rateHz * 100);
            List<DescribedBeat> inJava = inJava(rateHz, gain, samples);
            compare("signal of seed " + seed, inJava, inC(rateHz, gain, samples));
            beats += inJava.size();
            late += (int) inJava.stream().filter(DescribedBeat::late).count();
        }
        assertThat(beats).as("beats to compare").isGreaterThan(2_000);
        assertThat(late).as("beats found by searching back").isPositive();
    }

    /** The system property milliwatt.all makes it all 48. */
    @Test
    void wholeRecordsAreDescribedAlike() throws IOException {
        var folder = RecordingFolder.find(FOLDER);
        Assumptions.assumeTrue(folder.isPresent(), RecordingFolder.absence(FOLDER));
        List<Integer> records = Boolean.getBoolean("milliwatt.all")
                ? Stream.of(MitBihRecord.DEVELOPMENT, MitBihRecord.PACED, MitBihRecord.JUDGEMENT)
                        .flatMap(List::stream)
                        .toList()
                : List.of(203, 209);
        int beats = 0;
        for (int number : records) {
            short[] samples = MitBihRecord.read(folder.orElseThrow(), number).samples();
            List<DescribedBeat> inJava = inJava(MitBihRecord.RATE_HZ, MitBihRecord.NANO_MILLIVOLT_PER_COUNT, samples);
            compare(
                    "record " + number,
                    inJava,
                    inC(MitBihRecord.RATE_HZ, MitBihRecord.NANO_MILLIVOLT_PER_COUNT, samples));
            beats += inJava.size();
        }
        assertThat(beats).as("beats compared").isGreaterThan(2_000 * records.size());
    }

    private static void compare(String what, List<DescribedBeat> inJava, List<DescribedBeat> inC) {
        for (int beat = 0; beat < Math.min(inC.size(), inJava.size()); beat++) {
            assertThat(inC.get(beat)).as("%s, beat %d", what, beat).isEqualTo(inJava.get(beat));
        }
        assertThat(inC).as("beats of %s", what).hasSameSizeAs(inJava);
    }

    @Test
    void bothRefuseRatesAtWhichBeatsAreNotDescribed() {
        byte[] section = recipe(360).toBytes();
        for (int milliHertz : new int[] {99_000, 1_001_000, 360_500}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> recipeOf(milliHertz, 360))
                    .withMessageContaining("100 … 1000");
            byte[] other = section.clone();
            java.nio.ByteBuffer.wrap(other)
                    .order(java.nio.ByteOrder.LITTLE_ENDIAN)
                    .putInt(8, milliHertz);
            assertThatIllegalArgumentException().isThrownBy(() -> Recipe.parse(other));
            assertThatExceptionOfType(FirmwareException.class)
                    .isThrownBy(() -> NativeBeats.describe(other, STEP, 5_000_000, new short[1]));
        }
        assertThat(NativeRecipe.stateBytes(section)).isEqualTo(recipe(360).stateBytes());
        assertThat(recipe(360).arrayLength(STEP)).isEqualTo(Feature.COUNT);
    }

    private static List<DescribedBeat> inC(int rateHz, int gain, short[] samples) {
        return NativeBeats.describe(recipe(rateHz).toBytes(), STEP, gain, samples);
    }

    private static List<DescribedBeat> inJava(int rateHz, int gain, short[] samples) {
        RecipeInterpreter interpreter =
                new RecipeInterpreter(recipe(rateHz), new SensorConfiguration(gain, FaultOrders.NONE));
        BeatFeatures described = interpreter.described(STEP);
        List<DescribedBeat> beats = new ArrayList<>();
        for (int at = 0; at < samples.length; at++) {
            interpreter.accept(samples, at, 1, window -> {});
            if (described.described() > beats.size()) {
                List<Short> features = new ArrayList<>();
                for (int value : interpreter.array(STEP)) {
                    features.add((short) value);
                }
                beats.add(new DescribedBeat(described.sample(), described.isLate(), features));
            }
        }
        return beats;
    }

    private static Recipe recipe(int rateHz) {
        return recipeOf(1_000 * rateHz, rateHz);
    }

    private static Recipe recipeOf(int rateMilliHertz, int windowLength) {
        return new Recipe(
                2,
                1,
                SampleUnit.MILLIVOLT,
                0,
                rateMilliHertz,
                windowLength,
                List.of(
                        new ReadingStep.Qrs(0, QrsDesign.forRate(Math.min(1_000, windowLength))),
                        new ReadingStep.DescribedBeats(1)),
                List.of(new Output("beats", "", 1, 1, 0, false, 1, 0)));
    }

    /** Beats of three shapes in a rhythm that jumps, over noise and baseline; now and then a pause, rails or nothing. */
    private static short[] signal(RandomGenerator random, int rateHz, int length) {
        double[] sum = new double[length];
        double scale = random.nextInt(5) == 0 ? 12_000 : 200;
        double noise = scale * 0.05 * random.nextDouble();
        double wander = scale * random.nextDouble();
        for (int i = 0; i < length; i++) {
            sum[i] = noise * random.nextGaussian() + wander * Math.sin(i * 1.1 / rateHz);
        }
        for (double at = rateHz; at < length - rateHz; ) {
            int shape = random.nextInt(8) == 0 ? random.nextInt(1, 3) : 0;
            double height = random.nextInt(20) == 0 ? 0.3 : 1;
            addWave(sum, at, rateHz * (shape == 1 ? 0.05 : 0.012), (shape == 2 ? -1.2 : 1) * height * scale);
            addWave(sum, at - 0.16 * rateHz, 0.02 * rateHz, shape == 0 ? 0.12 * scale : 0);
            addWave(sum, at + 0.28 * rateHz, 0.05 * rateHz, 0.25 * scale);
            double interval = shape == 0 ? 0.8 + 0.05 * random.nextGaussian() : 0.5;
            at += rateHz * (random.nextInt(40) == 0 ? 3.5 : Math.max(0.3, interval));
        }
        short[] samples = new short[length];
        int quiet = random.nextInt(length);
        for (int i = 0; i < length; i++) {
            boolean off = i >= quiet && i < quiet + 5 * rateHz;
            samples[i] = off ? -32_768 : (short) Math.clamp(Math.round(sum[i]), -32_768L, 32_767L);
        }
        return samples;
    }

    private static void addWave(double[] sum, double centre, double width, double height) {
        for (int i = Math.max(0, (int) (centre - 4 * width)); i < Math.min(sum.length, centre + 4 * width); i++) {
            sum[i] += height * Math.exp(-0.5 * (i - centre) * (i - centre) / (width * width));
        }
    }
}
