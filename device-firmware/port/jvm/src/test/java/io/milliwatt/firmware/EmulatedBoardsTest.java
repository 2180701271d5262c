package io.milliwatt.firmware;

import static org.assertj.core.api.Assertions.assertThat;

import io.milliwatt.dsp.fixedpoint.recipe.Recipe;
import io.milliwatt.firmware.Corpus.Stretch;
import io.milliwatt.runtime.bundle.Bundle;
import io.milliwatt.runtime.model.Model;
import io.milliwatt.runtime.model.network.Network;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * C on each emulated board gives the same bytes as Java: random models, random recipes on random signals, verdicts and
 * events, and every golden bundle. The Cortex-M0 has 16 kB of RAM: it leaves out what does not fit.
 */
class EmulatedBoardsTest {

    private static final int[] KINDS = {1, 2, 3, 5, 6, 7};
    private static final int MODELS_PER_KIND = 12;
    private static final int VECTORS_PER_MODEL = 100;
    private static final int NETWORKS = 40;
    private static final int RECIPES = 40;
    private static final Pattern SUMMARY =
            Pattern.compile("replayed (\\d+) records with (\\d+) cases, without memory for (\\d+)");

    @TempDir
    private static Path folder;

    private static Path corpus;
    private static int cases;

    @BeforeAll
    static void writeCorpus() throws IOException {
        Assumptions.assumeTrue(
                EmulatedBoard.missingPackages().isEmpty(),
                () -> "The emulated boards are not tested: install the Debian packages "
                        + String.join(", ", EmulatedBoard.missingPackages()) + ".");
        corpus = folder.resolve("corpus");
        try (Corpus writer = new Corpus(corpus)) {
            for (int kind : KINDS) {
                models(writer, kind, new Random(20261123L + kind));
            }
            networks(writer, new Random(20261129));
            recipes(writer);
            verdicts(writer, new Random(20261127));
            hearts(writer);
            goldenBundles(writer, new Random(20261128));
            cases = writer.cases();
        }
    }

    private static void models(Corpus writer, int kind, Random random) throws IOException {
        for (int trial = 0; trial < MODELS_PER_KIND; trial++) {
            int classes = kind == 1 || kind == 7 ? random.nextInt(2, 5) : random.nextInt(2, 17);
            RandomModel generator = new RandomModel(random, random.nextInt(1, 65), classes);
            Model model = generator.ofKind(kind);
            byte[] file = SmallBundles.highestScore(model, random).unsigned();
            List<short[]> inputs =
                    Stream.generate(generator::vector).limit(VECTORS_PER_MODEL).toList();
            writer.model("model " + trial + " of kind " + kind, file, inputs);
        }
    }

    private static void networks(Corpus writer, Random random) throws IOException {
        RandomNetwork networks = new RandomNetwork(random);
        for (int trial = 0; trial < NETWORKS; trial++) {
            Network network = networks.next(trial % 3 == 0 ? 400 : 64);
            RandomModel inputs = new RandomModel(random, network.inputs(), network.classes());
            List<short[]> vectors =
                    Stream.generate(inputs::vector).limit(VECTORS_PER_MODEL).toList();
            writer.model(
                    "network " + trial, SmallBundles.ofNetwork(network, random).unsigned(), vectors);
        }
    }

    private static void recipes(Corpus writer) throws IOException {
        for (int seed = 0; seed < RECIPES; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            recipe(writer, "recipe " + seed, RandomRecipes.recipe(random), random);
            recipe(writer, "spectrum recipe " + seed, RandomSpectrumRecipes.recipe(random), random);
            recipe(writer, "readings recipe " + seed, RandomReadings.recipe(random), random);
        }
    }

    private static void recipe(Corpus writer, String name, Recipe recipe, SplittableRandom random) throws IOException {
        var sensor = RandomRecipes.sensor(random);
        short[] samples = RecipeParityTest.signal(random, 6 * recipe.windowLength());
        int speed = random.nextInt(1 << random.nextInt(1, 20));
        writer.recipe(name, recipe, sensor, List.of(new Stretch(speed, samples)), random);
    }

    private static void verdicts(Corpus writer, Random random) throws IOException {
        for (int trial = 0; trial < 5; trial++) {
            byte[] file = trial == 0
                    ? SmallBundles.raceLines().unsigned()
                    : SmallBundles.highestScore(new RandomModel(random, 3, 3).ofKind(KINDS[trial - 1]), random)
                            .unsigned();
            List<int[]> values = Stream.generate(() -> ModelParityTest.values(random))
                    .limit(300)
                    .toList();
            writer.values("verdicts " + trial, file, values, random);
        }
    }

    private static void hearts(Corpus writer) throws IOException {
        for (int rateHz : new int[] {125, 250, 360}) {
            SplittableRandom random = new SplittableRandom(rateHz);
            byte[] bundle = HeartBundles.atRate(rateHz).unsigned();
            short[] samples = TwinHeart.signal(random, rateHz, 170);
            writer.heart("heart at " + rateHz + " Hz", bundle, rateHz, 5_000_000, samples, random);
        }
    }

    private static void goldenBundles(Corpus writer, Random random) throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> found = Files.list(Path.of("../../contract/vectors"))) {
            found.filter(file -> file.toString().endsWith(".mwm")).sorted().forEach(files::add);
        }
        for (Path file : files) {
            byte[] bundle = Files.readAllBytes(file);
            int inputs = Bundle.parse(bundle).model().model().inputs();
            RandomModel generator = new RandomModel(random, inputs, 2);
            writer.model(
                    file.getFileName().toString(),
                    bundle,
                    Stream.generate(generator::vector).limit(100).toList());
        }
    }

    @ParameterizedTest
    @EnumSource(EmulatedBoard.class)
    void everyBoardGivesTheBytesOfJava(EmulatedBoard board) throws Exception {
        EmulatedBoard.Run run = board.run("replay", corpus.toAbsolutePath().toString());
        assertThat(run.status()).as(run.output()).isZero();
        Matcher summary = SUMMARY.matcher(run.output());
        assertThat(summary.find()).as(run.output()).isTrue();
        if (board == EmulatedBoard.M0) {
            assertThat(Integer.parseInt(summary.group(2))).isGreaterThan(2_000);
        } else {
            assertThat(Integer.parseInt(summary.group(2))).isEqualTo(cases).isGreaterThan(5_000);
            assertThat(summary.group(3)).isEqualTo("0");
        }
    }

    /** A replay that finds nothing wrong with wrong answers would prove nothing. */
    @Test
    void aChangedAnswerIsFound() throws Exception {
        Path changed = folder.resolve("changed");
        try (Corpus writer = new Corpus(changed)) {
            verdicts(writer, new Random(20261130));
        }
        byte[] bytes = Files.readAllBytes(changed);
        bytes[bytes.length - 1] ^= 1;
        Files.write(changed, bytes);
        EmulatedBoard.Run run =
                EmulatedBoard.M4.run("replay", changed.toAbsolutePath().toString());
        assertThat(run.status()).isOne();
        assertThat(run.output()).contains("Java gives");
    }
}
