package io.milliwatt.firmware;

import static org.assertj.core.api.Assertions.assertThat;

import io.milliwatt.runtime.bundle.Bundle;
import io.milliwatt.runtime.decision.Judgement;
import io.milliwatt.runtime.model.Model;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Java and C must give the same bits for every model kind, over more than a million random pairs of model and inputs. */
class ModelParityTest {

    private static final int MODELS = 100;
    private static final int VECTORS_PER_MODEL = 2_600;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 6, 7})
    void javaAndTheFirmwareScoreAlike(int kind) {
        long seed = 20261123L + kind;
        Random random = new Random(seed);
        for (int trial = 0; trial < MODELS; trial++) {
            int classes = kind == 1 || kind == 7 ? random.nextInt(2, 5) : random.nextInt(2, 17);
            RandomModel generator = new RandomModel(random, random.nextInt(1, 65), classes);
            Model model = generator.ofKind(kind);
            byte[] file = SmallBundles.highestScore(model, random).unsigned();
            Bundle bundle = Bundle.parse(file);
            try (NativeModel firmware = new NativeModel(file)) {
                for (int index = 0; index < VECTORS_PER_MODEL; index++) {
                    short[] inputs = generator.vector();
                    short[] expected = bundle.model().model().score(inputs);
                    short[] found = firmware.score(inputs);
                    assertSame(Arrays.equals(expected, found), seed, trial, inputs);
                    assertSame(
                            Arrays.equals(
                                    bundle.model().scale().probabilities(expected), firmware.probabilities(expected)),
                            seed,
                            trial,
                            inputs);
                }
            }
        }
    }

    private static void assertSame(boolean same, long seed, int trial, short[] inputs) {
        if (!same) {
            throw new AssertionError("Java and C differ for seed " + seed + ", model " + trial + ", inputs "
                    + Arrays.toString(inputs) + ".");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void javaAndTheFirmwareJudgeAlike(int kind) {
        Random random = new Random(20261124 + kind);
        for (int trial = 0; trial < 20; trial++) {
            byte[] file = kind == 4
                    ? SmallBundles.raceLines().unsigned()
                    : SmallBundles.highestScore(new RandomModel(random, 3, 3).ofKind(kind), random)
                            .unsigned();
            Bundle bundle = Bundle.parse(file);
            try (NativeModel firmware = new NativeModel(file)) {
                for (int index = 0; index < 2_000; index++) {
                    int[] values = values(random);
                    int quality = random.nextInt(4) == 0 ? random.nextInt(64) : 0;
                    Optional<NativeModel.Verdict> expected =
                            bundle.judge(values, quality).map(ModelParityTest::asVerdict);
                    assertThat(firmware.judge(values, quality)).isEqualTo(expected);
                    assertThat(firmware.inputsOf(values))
                            .isEqualTo(bundle.model().inputMap().apply(values));
                }
            }
        }
    }

    static int[] values(Random random) {
        int[] values = {random.nextInt(40_000), random.nextInt(1_200), random.nextInt(400)};
        if (random.nextInt(4) == 0) {
            values[random.nextInt(3)] = random.nextInt();
        }
        return values;
    }

    private static NativeModel.Verdict asVerdict(Judgement judgement) {
        return new NativeModel.Verdict(judgement.verdict(), judgement.probability(), judgement.evidence());
    }
}
