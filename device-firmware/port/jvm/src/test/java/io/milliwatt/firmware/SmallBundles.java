package io.milliwatt.firmware;

import io.milliwatt.dsp.fixedpoint.BaselineRule;
import io.milliwatt.dsp.fixedpoint.Moments;
import io.milliwatt.dsp.fixedpoint.QualityThresholds;
import io.milliwatt.dsp.fixedpoint.recipe.Output;
import io.milliwatt.dsp.fixedpoint.recipe.Recipe;
import io.milliwatt.dsp.fixedpoint.recipe.SampleUnit;
import io.milliwatt.dsp.fixedpoint.recipe.Step;
import io.milliwatt.runtime.bundle.BundleIdentity;
import io.milliwatt.runtime.bundle.BundleWriter;
import io.milliwatt.runtime.bundle.Label;
import io.milliwatt.runtime.bundle.RecipeSection;
import io.milliwatt.runtime.bundle.SelfTestVector;
import io.milliwatt.runtime.decision.Decision;
import io.milliwatt.runtime.decision.Evidence;
import io.milliwatt.runtime.decision.VerdictRule;
import io.milliwatt.runtime.decision.Voting;
import io.milliwatt.runtime.learning.LearningRule;
import io.milliwatt.runtime.learning.ThresholdRule;
import io.milliwatt.runtime.model.CentroidModel;
import io.milliwatt.runtime.model.Clusters;
import io.milliwatt.runtime.model.GaussianModel;
import io.milliwatt.runtime.model.InputMap;
import io.milliwatt.runtime.model.KMeansModel;
import io.milliwatt.runtime.model.Model;
import io.milliwatt.runtime.model.ModelInput;
import io.milliwatt.runtime.model.ModelSection;
import io.milliwatt.runtime.model.NetworkModel;
import io.milliwatt.runtime.model.ProbabilityScale;
import io.milliwatt.runtime.model.RecipeArray;
import io.milliwatt.runtime.model.network.Network;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Bundles around a recipe small enough to follow by hand: 1 kHz, 100-sample windows, one window to warm up and four to
 * learn the machine; values are rms in counts, kurtosis in hundredths and the anomaly in sixteenths of a spread.
 */
final class SmallBundles {

    static final int RMS = 0;
    static final int KURTOSIS = 1;
    static final int ANOMALY = 2;
    static final int WINDOW = 100;
    static final int WINDOWS_TO_LEARN = 4;

    private SmallBundles() {}

    static Recipe recipe() {
        int warmingUpFlatOrStopped = 1 << 4 | 1 << 1 | 1 << 2;
        BaselineRule rule = new BaselineRule(
                Moments.ROOT_MEAN_SQUARE, WINDOWS_TO_LEARN, 10 * 256, 512, 2560, 15_360, warmingUpFlatOrStopped, 0);
        return new Recipe(
                9,
                1,
                SampleUnit.STANDARD_GRAVITY,
                1,
                1_000_000,
                WINDOW,
                List.of(
                        new Step.Moments(0, 0),
                        new Step.SignalQuality(1, new QualityThresholds(32_760, 3, 2, 8, 0, 0)),
                        new Step.BaselineAnomaly(1, rule)),
                List.of(
                        new Output("rms", "counts", 1, 1, Moments.ROOT_MEAN_SQUARE, false, 1, 8),
                        new Output("kurtosis", "", 100, 1, Moments.KURTOSIS, false, 100, 12),
                        new Output("anomaly", "spreads", 16, 3, 0, false, 1, 4)));
    }

    /** Names an inner race at high kurtosis, a rolling element at Gaussian, an outer race at low; only with evidence. */
    static BundleWriter raceLines() {
        Model model = new CentroidModel(8, 8, new int[] {0, 64}, new short[][] {{0, 900}, {0, 300}, {0, 150}});
        Decision decision = new Decision(
                new VerdictRule.RaceLines(
                        new Evidence(KURTOSIS, 600),
                        Evidence.absent(),
                        new Evidence(RMS, 20_000),
                        new Evidence(ANOMALY, 160)),
                new Voting(3, 4, 1),
                1 << 4 | 1 << 1 | 1 << 2,
                100,
                List.of(0, 2, 3, 3, 2));
        return writer(model, decision, List.of(2, 4, 3), new Random(1));
    }

    /** A model of one of the three kinds under the highest-score rule. */
    static BundleWriter highestScore(Model model, Random random) {
        Decision decision =
                new Decision(new VerdictRule.HighestScore(), new Voting(2, 3, 0), 1 << 4, 128, List.of(0, 1, 2, 3, 3));
        return writer(
                model, decision, IntStream.range(0, model.classes()).boxed().toList(), random);
    }

    /** A network under the highest-score rule; one with more than 64 inputs takes an array of the recipe's. */
    static BundleWriter ofNetwork(Network network, Random random) {
        return highestScore(new NetworkModel(network), random);
    }

    private static ModelInput inputOf(Model model) {
        if (model.inputs() > 64) {
            return new RecipeArray(1, 2);
        }
        return new InputMap(IntStream.range(0, model.inputs())
                .mapToObj(index -> new InputMap.Source(index % 3, index / 3))
                .toList());
    }

    /**
     * Learns rms and kurtosis of the machine after the recipe's own baseline: 5 windows for the scale, 6 for at most three
     * clusters, 6 for the threshold; then it follows 20 windows.
     */
    static BundleWriter learningKMeans() {
        short[][] placeholder = {{0, 0}, {1000, 300}};
        return learning(
                new KMeansModel(new Clusters(12, 4, 5000, new int[] {300, 200}, placeholder)),
                rule(
                        new LearningRule.Windows(5, 6, 6),
                        new LearningRule.ClusterRule(3, 48),
                        new ThresholdRule.Rank(1, 32),
                        new LearningRule.Following(20, 8)),
                new Random(52));
    }

    /** The same with a Gaussian, which freezes what it has learnt. */
    static BundleWriter learningGaussian() {
        return learning(
                new GaussianModel(new Clusters(12, 4, 5000, new int[] {300, 200}, new short[][] {{100, 300}})),
                rule(
                        new LearningRule.Windows(6, 0, 8),
                        LearningRule.ClusterRule.GAUSSIAN,
                        new ThresholdRule.MeanAndSpreads(6 * 16),
                        LearningRule.Following.NONE),
                new Random(62));
    }

    private static LearningRule rule(
            LearningRule.Windows windows,
            LearningRule.ClusterRule clusters,
            ThresholdRule threshold,
            LearningRule.Following following) {
        int warmingUpFlatOrStopped = 1 << 4 | 1 << 1 | 1 << 2;
        return new LearningRule(
                windows, clusters, warmingUpFlatOrStopped, threshold, 256, 4, following, List.of(4 * 16, 20 * 16));
    }

    /** A model of kind 5 or 6 that a node learns; class 1, unlike the baseline, is verdict 1. */
    static BundleWriter learning(Model model, LearningRule rule, Random random) {
        Decision decision =
                new Decision(new VerdictRule.HighestScore(), new Voting(2, 3, 0), 0, 0, List.of(0, 2, 2, 3, 3));
        return writer(model, decision, List.of(0, 1), random, Optional.of(rule));
    }

    private static BundleWriter writer(Model model, Decision decision, List<Integer> verdicts, Random random) {
        return writer(model, decision, verdicts, random, Optional.empty());
    }

    private static BundleWriter writer(
            Model model, Decision decision, List<Integer> verdicts, Random random, Optional<LearningRule> learning) {
        RandomModel inputs = new RandomModel(random, model.inputs(), model.classes());
        List<SelfTestVector> vectors = Stream.generate(inputs::vector)
                .limit(4)
                .map(vector -> new SelfTestVector(vector, model.score(vector)))
                .toList();
        long scratch = model instanceof NetworkModel network ? network.network().scratchBytes() : 0;
        return new BundleWriter(
                new BundleIdentity(9, 1, 7, 2, 0, recipe().stateBytes(), scratch),
                new ModelSection(new ProbabilityScale(900), inputOf(model), model),
                new RecipeSection(recipe().toBytes()),
                verdicts.stream()
                        .map(verdict -> new Label(verdict, "verdict " + verdict))
                        .toList(),
                decision,
                vectors,
                learning);
    }
}
