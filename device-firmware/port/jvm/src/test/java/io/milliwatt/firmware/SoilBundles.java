package io.milliwatt.firmware;

import io.milliwatt.dsp.fixedpoint.recipe.Output;
import io.milliwatt.dsp.fixedpoint.recipe.ReadingStep;
import io.milliwatt.dsp.fixedpoint.recipe.Recipe;
import io.milliwatt.dsp.fixedpoint.recipe.SampleUnit;
import io.milliwatt.dsp.fixedpoint.soil.SoilFeature;
import io.milliwatt.dsp.fixedpoint.soil.SoilQualityRule;
import io.milliwatt.runtime.bundle.BundleIdentity;
import io.milliwatt.runtime.bundle.BundleWriter;
import io.milliwatt.runtime.bundle.Label;
import io.milliwatt.runtime.bundle.RecipeSection;
import io.milliwatt.runtime.bundle.SelfTestVector;
import io.milliwatt.runtime.decision.Decision;
import io.milliwatt.runtime.decision.SoilRule;
import io.milliwatt.runtime.decision.VerdictRule;
import io.milliwatt.runtime.decision.Voting;
import io.milliwatt.runtime.model.ModelSection;
import io.milliwatt.runtime.model.NetworkModel;
import io.milliwatt.runtime.model.ProbabilityScale;
import io.milliwatt.runtime.model.RecipeArray;
import io.milliwatt.runtime.model.network.InputQuantization;
import io.milliwatt.runtime.model.network.Network;
import io.milliwatt.runtime.model.network.Rescaling;
import io.milliwatt.runtime.model.network.TensorShape;
import io.milliwatt.runtime.model.network.WeightedSums;
import io.milliwatt.runtime.model.network.WideDense;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Bundles that watch a soil with a network of random weights. */
final class SoilBundles {

    /** As the first release has it; a golden bundle keeps it. */
    private static final SoilQualityRule FIRST_RELEASE = SoilQualityRule.of(
            new int[] {0, 6_000, 5_500, 0, 100, 300, 300, 10, 2, 24, 600, 200, 10, 168, 72, 150, 120, 2_400, 65, 12, 300
            });

    private SoilBundles() {}

    static BundleWriter random(Random random, SoilQualityRule quality, SoilRule rule, int qualityMask) {
        int hidden = random.nextInt(4, 40);
        RandomNetwork parts = new RandomNetwork(random);
        TensorShape input = new TensorShape(1, SoilFeature.COUNT);
        Network network = new Network(
                input,
                true,
                InputQuantization.perInput(Stream.generate(() ->
                                InputQuantization.Entry.nearest(random.nextDouble(0.1, 4), random.nextInt(-50, 50)))
                        .limit(SoilFeature.COUNT)
                        .toList()),
                List.of(parts.wideDense(input, hidden), parts.wideDense(new TensorShape(1, hidden), 3)));
        return writer(network, quality, rule, qualityMask, random);
    }

    /** A soil that loses 0.4, 1.2 and 2.8 % in 1, 3 and 7 days, whatever the weather, and a quarter of the last day's change besides. */
    static BundleWriter drying() {
        TensorShape input = new TensorShape(1, SoilFeature.COUNT);
        byte[][] rows = new byte[3][SoilFeature.COUNT];
        for (byte[] row : rows) {
            row[SoilFeature.CHANGE_OF_1_DAY.ordinal()] = 16;
        }
        int[] bias = {-40 * 64, -120 * 64, -280 * 64};
        Rescaling sixtyFourth = Rescaling.uniform(16_384, -5, 0, -32_768, 32_767);
        Network network = new Network(
                input,
                true,
                InputQuantization.uniform(InputQuantization.Entry.nearest(1, 0)),
                List.of(new WideDense(WeightedSums.of(bias, rows, sixtyFourth))));
        List<Integer> spread = List.of(100, 200, 300);
        SoilRule rule = new SoilRule(
                List.of(256, 256, 256),
                8,
                77,
                230,
                20,
                100,
                5,
                24,
                Collections.nCopies(5, new SoilRule.Spread(spread, spread)));
        int mask = (1 << 11) - 1 & ~(1 << 6) & ~(1 << 10);
        return writer(network, FIRST_RELEASE, rule, mask, new Random(20261129));
    }

    private static BundleWriter writer(
            Network network, SoilQualityRule quality, SoilRule rule, int qualityMask, Random random) {
        NetworkModel model = new NetworkModel(network);
        Decision decision =
                new Decision(new VerdictRule.Soil(rule), new Voting(1, 1, 0), qualityMask, 0, List.of(0, 0, 0, 0, 0));
        List<SelfTestVector> vectors = Stream.generate(() -> inputs(random))
                .limit(3)
                .map(inputs -> new SelfTestVector(inputs, model.score(inputs)))
                .toList();
        Recipe recipe = recipe(quality);
        return new BundleWriter(
                new BundleIdentity(3, 1, 50, 1, 0, recipe.stateBytes(), network.scratchBytes()),
                new ModelSection(new ProbabilityScale(1), new RecipeArray(1, 0), model),
                new RecipeSection(recipe.toBytes()),
                List.of(new Label(1, "1 day"), new Label(2, "3 days"), new Label(3, "7 days")),
                decision,
                vectors,
                Optional.empty());
    }

    static Recipe recipe(SoilQualityRule quality) {
        return new Recipe(
                3,
                1,
                SampleUnit.SEVERAL,
                0,
                1,
                1,
                List.of(new ReadingStep.SoilDays(quality)),
                List.of(new Output("change in 1 day", "0.01 %", 1, 1, 0, false, 1, 0)));
    }

    static SoilRule rule(Random random) {
        List<Integer> spread = List.of(100, 200, 300);
        return new SoilRule(
                IntStream.range(0, 3).mapToObj(i -> random.nextInt(1, 32_768)).toList(),
                random.nextInt(8, 20),
                random.nextInt(0, 100),
                random.nextInt(100, 257),
                random.nextInt(0, 301),
                random.nextInt(1, 400),
                random.nextInt(1, 50),
                random.nextInt(1, 48),
                Collections.nCopies(5, new SoilRule.Spread(spread, spread)));
    }

    private static short[] inputs(Random random) {
        short[] inputs = new short[SoilFeature.COUNT];
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = (short) random.nextInt();
        }
        return inputs;
    }
}
