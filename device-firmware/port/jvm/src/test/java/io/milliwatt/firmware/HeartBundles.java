package io.milliwatt.firmware;

import io.milliwatt.dsp.fixedpoint.QrsDesign;
import io.milliwatt.dsp.fixedpoint.recipe.Output;
import io.milliwatt.dsp.fixedpoint.recipe.ReadingStep;
import io.milliwatt.dsp.fixedpoint.recipe.Recipe;
import io.milliwatt.dsp.fixedpoint.recipe.SampleUnit;
import io.milliwatt.runtime.bundle.Bundle;
import io.milliwatt.runtime.bundle.BundleIdentity;
import io.milliwatt.runtime.bundle.BundleWriter;
import io.milliwatt.runtime.bundle.Label;
import io.milliwatt.runtime.bundle.RecipeSection;
import io.milliwatt.runtime.bundle.SelfTestVector;
import io.milliwatt.runtime.decision.BeatRule;
import io.milliwatt.runtime.decision.Decision;
import io.milliwatt.runtime.decision.VerdictRule;
import io.milliwatt.runtime.decision.Voting;
import io.milliwatt.runtime.model.ForestModel;
import io.milliwatt.runtime.model.ModelSection;
import io.milliwatt.runtime.model.ProbabilityScale;
import io.milliwatt.runtime.model.RecipeArray;
import io.milliwatt.runtime.model.TreeNode;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * Bundles that watch a heart by rules a person can follow: a beat is ventricular if it is broad and unlike the normal shape, and
 * supraventricular if it is of the normal shape and early.
 */
final class HeartBundles {

    static final int RATE_HZ = 360;
    /** Positions in a beat's array, which a golden bundle keeps. */
    private static final int FIBRILLATION = 13;

    private static final int ALTERNATING_FIBRILLATION = 14;
    private static final int INTERVAL_MILLIS = 35;
    private static final int QRS_SHAPE_KNOWN = 43;
    private static final int SHAPE = 63;
    private static final int NOISE = 59;
    private static final int QRS_WIDTH = 46;
    private static final int INTERVAL_TO_MEDIAN = 0;
    private static final int QRS_CORRELATION = 37;
    private static final int FEATURES = 64;
    private static final int QRS_STEP = 1;
    private static final int BEATS_STEP = 2;
    private static final int BROAD_TICKS = 16;
    private static final int UNLIKE_Q15 = 26_000;
    private static final int EARLY_Q8 = 215;
    private static final int SURE = 100;

    private HeartBundles() {}

    /** At 360 Hz. */
    static BundleWriter plain() {
        return atRate(RATE_HZ);
    }

    static BundleWriter atRate(int rateHz) {
        return writer(rateHz, rule(), 900);
    }

    /** The same margins, judged otherwise. */
    static BundleWriter judgedBy(BeatRule rule, int probabilityMultiplier) {
        return writer(RATE_HZ, rule, probabilityMultiplier);
    }

    static BeatRule ruleOf(Bundle bundle) {
        return ((VerdictRule.Beats) bundle.decision().rule()).rule();
    }

    static Recipe recipe(int rateHz) {
        return new Recipe(
                2,
                1,
                SampleUnit.MILLIVOLT,
                0,
                1_000 * rateHz,
                rateHz,
                List.of(new ReadingStep.Qrs(0, QrsDesign.forRate(rateHz)), new ReadingStep.DescribedBeats(QRS_STEP)),
                List.of(new Output("beats", "", 1, 1, 0, false, 1, 0)));
    }

    private static BeatRule rule() {
        BeatRule.Inputs inputs = new BeatRule.Inputs(
                FIBRILLATION, ALTERNATING_FIBRILLATION, INTERVAL_MILLIS, QRS_SHAPE_KNOWN, SHAPE, NOISE);
        return new BeatRule(inputs, 0, 20, 20, 0, 50, 22, 300, 900, 64, 128, 8);
    }

    private static BundleWriter writer(int rateHz, BeatRule rule, int probabilityMultiplier) {
        ForestModel model = ForestModel.of(FEATURES, 3, trees());
        Decision decision =
                new Decision(new VerdictRule.Beats(rule), new Voting(1, 1, 0), 0, 0, List.of(0, 0, 0, 0, 0));
        SplittableRandom random = new SplittableRandom(30);
        List<SelfTestVector> vectors = Stream.generate(() -> vector(random))
                .limit(4)
                .map(inputs -> new SelfTestVector(inputs, model.score(inputs)))
                .toList();
        Recipe recipe = recipe(rateHz);
        return new BundleWriter(
                new BundleIdentity(2, 1, 30, 1, 0, recipe.stateBytes(), 0),
                new ModelSection(new ProbabilityScale(probabilityMultiplier), new RecipeArray(BEATS_STEP, 0), model),
                new RecipeSection(recipe.toBytes()),
                List.of(new Label(3, "ventricular"), new Label(2, "supraventricular"), new Label(2, "majority")),
                decision,
                vectors,
                java.util.Optional.empty());
    }

    private static List<TreeNode> trees() {
        TreeNode ventricular = leaf(SURE, -SURE, -SURE);
        TreeNode neither = leaf(-SURE, -SURE, -SURE);
        TreeNode early = leaf(-SURE, SURE, SURE);
        TreeNode broad = split(QRS_WIDTH, BROAD_TICKS, neither, ventricular);
        TreeNode timely = split(INTERVAL_TO_MEDIAN, EARLY_Q8, early, neither);
        return List.of(split(QRS_CORRELATION, UNLIKE_Q15, broad, timely));
    }

    private static TreeNode leaf(int ventricular, int supraventricular, int majority) {
        return TreeNode.Leaf.of((byte) ventricular, (byte) supraventricular, (byte) majority);
    }

    private static TreeNode split(int feature, int threshold, TreeNode atMost, TreeNode above) {
        return new TreeNode.Split(feature, threshold, atMost, above);
    }

    private static short[] vector(SplittableRandom random) {
        short[] inputs = new short[FEATURES];
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = (short) random.nextInt(-32_768, 32_768);
        }
        return inputs;
    }
}
