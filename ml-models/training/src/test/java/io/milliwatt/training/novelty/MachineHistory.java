package io.milliwatt.training.novelty;

import io.milliwatt.datasets.catalogue.MachineSignal;
import io.milliwatt.dsp.fixedpoint.FaultOrders;
import io.milliwatt.dsp.fixedpoint.recipe.FeatureVector;
import io.milliwatt.dsp.fixedpoint.recipe.Recipe;
import io.milliwatt.dsp.fixedpoint.recipe.RecipeInterpreter;
import io.milliwatt.dsp.fixedpoint.recipe.SensorConfiguration;
import io.milliwatt.runtime.bundle.Bundle;
import io.milliwatt.runtime.bundle.RecipeSection;
import io.milliwatt.runtime.learning.BaselineLearning;
import io.milliwatt.runtime.learning.LearningRule;
import io.milliwatt.runtime.model.Clusters;
import io.milliwatt.runtime.model.GaussianModel;
import io.milliwatt.runtime.model.InputMap;
import io.milliwatt.runtime.model.KMeansModel;
import io.milliwatt.runtime.model.Model;
import io.milliwatt.training.example.LabelledWindow;
import io.milliwatt.training.export.NodeRecipe;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What a node hears of one machine, window by window, and what four detectors make of it: a threshold on the root mean
 * square, step 19's anomaly, and the baselines that the node learns itself.
 */
final class MachineHistory {

    /** Log energy, kurtosis, crest and four bands: all but the root mean square, whose logarithm is the log energy. */
    static final InputMap INPUTS = new InputMap(IntStream.rangeClosed(
                    TenthSecondRecipe.LOG_ENERGY, TenthSecondRecipe.FIRST_BAND + TenthSecondRecipe.BANDS - 1)
            .mapToObj(index -> new InputMap.Source(index, 0))
            .toList());

    static final int CLUSTERS = 4;

    /** ±65 g: at the end of their lives the FEMTO bearings reach 50 g. */
    private static final int NANO_G_PER_COUNT = 2_000_000;

    private final RecipeInterpreter interpreter;
    private final BaselineLearning gaussian;
    private final BaselineLearning kMeans;
    private final BaselineLearning following;
    private final List<int[]> learnt = new ArrayList<>();
    private final List<Heard> heard = new ArrayList<>();

    /** A window after the baselines are learnt; distances and thresholds of the two learnt models. */
    record Heard(int[] values, int gaussianDistance, int kMeansDistance, int followingDistance) {}

    MachineHistory(Recipe recipe) {
        interpreter = new RecipeInterpreter(recipe, new SensorConfiguration(NANO_G_PER_COUNT, FaultOrders.NONE));
        gaussian = bundle(recipe, false).beginLearning().orElseThrow();
        kMeans = bundle(recipe, true).beginLearning().orElseThrow();
        LearningRule frozen = NoveltyBundle.learning(INPUTS.sources().size(), 1);
        LearningRule thatFollows = new LearningRule(
                frozen.windows(),
                frozen.clusters(),
                frozen.qualityMask(),
                frozen.threshold(),
                frozen.smallestThreshold(),
                frozen.fractionBits(),
                new LearningRule.Following(LearningRule.Following.UNTIL_COMMAND, 240),
                frozen.smallestSpreadsQ4());
        following =
                new BaselineLearning(thatFollows, bundle(recipe, false).model().model(), 7, 1);
    }

    /** The bundle that such a node runs, its own parameters a mere placeholder. */
    static Bundle bundle(Recipe recipe, boolean several) {
        int inputs = INPUTS.sources().size();
        Clusters placeholder = new Clusters(
                HealthyWindows.SPREAD_SHIFT,
                HealthyWindows.DISTANCE_SHIFT,
                Clusters.LARGEST_DISTANCE,
                new int[inputs],
                new short[1][inputs]);
        Model model = several ? new KMeansModel(placeholder) : new GaussianModel(placeholder);
        LearningRule rule = NoveltyBundle.learning(inputs, several ? CLUSTERS : 1);
        NodeRecipe nodeRecipe = new NodeRecipe(
                recipe.id(), recipe.version(), new RecipeSection(recipe.toBytes()), List.of(), recipe.stateBytes());
        int values = recipe.outputs().size();
        LabelledWindow nothing = new LabelledWindow("", "", "", 0, new int[values], new double[values]);
        return Bundle.parse(
                NoveltyBundle.write(nodeRecipe, model, INPUTS, Optional.of(rule), 7, Collections.nCopies(8, nothing)));
    }

    void hear(MachineSignal machine) {
        interpreter.setShaftSpeed((int) Math.round(machine.shaftSpeedRpm() * 1000 / 60));
        double[] signal = machine.signal().values();
        short[] counts = new short[signal.length];
        for (int index = 0; index < counts.length; index++) {
            long count = Math.round(signal[index] * 1e9 / NANO_G_PER_COUNT);
            counts[index] = (short) Math.clamp(count, Short.MIN_VALUE, Short.MAX_VALUE);
        }
        interpreter.accept(counts, 0, counts.length, this::window);
    }

    private void window(FeatureVector features) {
        short[] values = features.values();
        int[] wide =
                IntStream.range(0, values.length).map(index -> values[index]).toArray();
        short[] inputs = INPUTS.apply(wide);
        Optional<Model> one = gaussian.model();
        Optional<Model> several = kMeans.model();
        if (one.isPresent() && several.isPresent()) {
            heard.add(new Heard(
                    wide,
                    distance(one.get(), inputs),
                    distance(several.get(), inputs),
                    distance(following.model().orElseThrow(), inputs)));
        } else {
            learnt.add(wide);
        }
        gaussian.window(inputs, features.qualityFlags());
        kMeans.window(inputs, features.qualityFlags());
        following.window(inputs, features.qualityFlags());
    }

    private static int distance(Model model, short[] inputs) {
        return -model.score(inputs)[0];
    }

    boolean isLearnt() {
        return gaussian.phase().isLearnt() && kMeans.phase().isLearnt();
    }

    /** All windows since the baselines were learnt. */
    List<Heard> heard() {
        return heard;
    }

    int gaussianThreshold() {
        return -gaussian.model().orElseThrow().score(new short[INPUTS.sources().size()])[1];
    }

    int kMeansThreshold() {
        return -kMeans.model().orElseThrow().score(new short[INPUTS.sources().size()])[1];
    }

    /** Mean and six standard deviations of the windows from which the others learnt. */
    int rmsThreshold() {
        double[] rms = learnt.stream()
                .mapToDouble(values -> values[TenthSecondRecipe.RMS_MILLI_G])
                .toArray();
        double mean = java.util.Arrays.stream(rms).average().orElseThrow();
        double variance = java.util.Arrays.stream(rms)
                .map(each -> (each - mean) * (each - mean))
                .average()
                .orElseThrow();
        return (int) Math.round(mean + 6 * Math.sqrt(variance));
    }
}
