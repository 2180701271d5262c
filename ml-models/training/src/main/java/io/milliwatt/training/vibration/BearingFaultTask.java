package io.milliwatt.training.vibration;

import io.milliwatt.datasets.catalogue.CwruDataSet;
import io.milliwatt.datasets.catalogue.CwruRecord;
import io.milliwatt.datasets.recording.RecordingException;
import io.milliwatt.datasets.split.LeakyRandomFolds;
import io.milliwatt.datasets.split.LeaveOneGroupOut;
import io.milliwatt.dsp.fixedpoint.recipe.Recipe;
import io.milliwatt.dsp.fixedpoint.recipe.Recipes;
import io.milliwatt.runtime.bundle.RecipeSection;
import io.milliwatt.training.evaluation.Baseline;
import io.milliwatt.training.evaluation.Candidate;
import io.milliwatt.training.example.InputSelection;
import io.milliwatt.training.example.LabelledWindow;
import io.milliwatt.training.export.NodeRecipe;
import io.milliwatt.training.learner.ForestLearner;
import io.milliwatt.training.learner.LogisticLearner;
import io.milliwatt.training.learner.NearestCentroidLearner;
import io.milliwatt.training.pipeline.Progress;
import io.milliwatt.training.pipeline.TrainingTask;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Which element of a bearing is damaged: the task, with everything about it that was fixed before any figure was seen. */
public final class BearingFaultTask {
    private static final long MODEL_ID = 1;
    private static final long MODEL_VERSION = 1;
    private static final int LEAKY_FOLDS = 3;
    private static final int TREES = 40;
    private static final int DEPTH = 6;
    private static final double INPUTS_PER_SPLIT = 0.5;
    private static final int EPOCHS = 10;

    private BearingFaultTask() {}

    /** @param data the CWRU folder, its parent, or the folder of all recordings */
    public static TrainingTask prepare(Path data, long seed, Progress progress) throws RecordingException {
        CwruDataSet cwru = CwruDataSet.open(data);
        NodeRecipe recipe = nodeRecipe(Recipes.vibration());
        CwruWindows windows = CwruWindows.of(cwru, Recipes.vibration(), progress);
        BearingDecision decision = BearingDecision.of(recipe);
        return new TrainingTask(
                "vibration",
                MODEL_ID,
                MODEL_VERSION,
                INTENDED_USE,
                "bearing",
                CwruDataSet.DESCRIPTION,
                CwruDataSet.records().stream().map(CwruRecord::file).toList(),
                recipe,
                VibrationClass.labels(),
                windows.windows(),
                candidates(recipe, seed),
                BearingCompression.studies(
                        recipe,
                        new ForestLearner(TREES, DEPTH, INPUTS_PER_SPLIT, seed),
                        BearingCompression.network(seed)),
                new LeaveOneGroupOut<>(
                        "leave one fault size out: three bearings that the model has never met, one per class",
                        LabelledWindow::group,
                        LabelledWindow::unit),
                new LeakyRandomFolds<>(LEAKY_FOLDS, seed),
                List.of(
                        Baseline.majorityClass(VibrationClass.values().length),
                        LineRules.largestLine(
                                recipe.indexOf("lineInner"), recipe.indexOf("lineBall"), recipe.indexOf("lineOuter")),
                        LineRules.largestRaceLine(
                                recipe.indexOf("lineInner"),
                                recipe.indexOf("lineOuter"),
                                decision.raceLineThreshold(),
                                BearingDecision.RACE_LINE_DECADES)),
                ANCHORS,
                decision.decision(),
                BearingDecision.NOTES,
                windows.references(),
                LIMITS);
    }

    private static NodeRecipe nodeRecipe(Recipe recipe) {
        return new NodeRecipe(
                recipe.id(),
                recipe.version(),
                new RecipeSection(recipe.toBytes()),
                recipe.outputs().stream()
                        .map(output -> new NodeRecipe.Output(output.name(), output.unit(), output.divisor()))
                        .toList(),
                recipe.stateBytes());
    }

    private static List<Candidate> candidates(NodeRecipe recipe, long seed) {
        InputSelection lines = BearingCompression.lineScores(recipe);
        InputSelection statistics =
                inputs(recipe, "common statistics", "velocityRms", "accelerationRms", "peak", "kurtosis", "crest");
        InputSelection all = new InputSelection(
                "line scores and common statistics",
                Stream.concat(lines.valueIndices().stream(), statistics.valueIndices().stream())
                        .toList());
        ForestLearner forest = new ForestLearner(TREES, DEPTH, INPUTS_PER_SPLIT, seed);
        LogisticLearner logistic = new LogisticLearner(EPOCHS, seed);
        return List.of(
                new Candidate(new NearestCentroidLearner(), lines),
                new Candidate(logistic, lines),
                new Candidate(forest, lines),
                new Candidate(BearingCompression.network(seed), lines),
                new Candidate(logistic, statistics),
                new Candidate(forest, statistics),
                new Candidate(forest, all));
    }

    static InputSelection inputs(NodeRecipe recipe, String name, String... values) {
        return new InputSelection(name, Stream.of(values).map(recipe::indexOf).toList());
    }

    private static final String INTENDED_USE =
            "Tells which element of a rolling bearing is damaged, one window of a second at a time, on a node that knows the shaft's "
                    + "speed and the bearing's fault orders. It advises people who plan maintenance; it is no safety device.";

    private static final List<TrainingTask.Anchor> ANCHORS = List.of(
            new TrainingTask.Anchor(
                    "random forest of 300 trees on 40 common statistics and lines, same split",
                    "macro-F1 0.757",
                    "scikit-learn on windows of a second with 50 % overlap, in floating point"),
            new TrainingTask.Anchor(
                    "largest order line in the band of highest kurtosis, untrained",
                    "26 of 36 recordings",
                    "the same recordings, in floating point"),
            new TrainingTask.Anchor(
                    "random forest, split by bearing, multi-label",
                    "macro AUROC 0.855 ± 0.074 (another measure: not comparable by number)",
                    "Vieira, Bauler, Rosa, Silva, arXiv 2509.22267, github.com/gama-ufsc/bearing-data-leakage"));

    private static final List<String> LIMITS = List.of(
            "Nine damaged bearings of one type on one rig, all with seeded single-point faults: the interval over bearings is wide, and a "
                    + "natural fault in another machine may look different.",
            "The outer race of 14 mil shows no usable line on any sensor and cannot be told from a rolling element of 7 mil; no "
                    + "honest tuning wins it. A claim of nine of nine bearings on this split needs an explanation.",
            "\"Rolling element\" means that the bearing is damaged and neither race shows its line; evidence of the element itself is "
                    + "in about half of those recordings. Where the ball line is low the verdict is \"damage, element not identified\".",
            "There is one healthy recording of five seconds at one load. It shows that the rules can keep a healthy machine "
                    + "quiet; it says nothing about the rate of false alarms in the field.",
            "FEMTO snapshots last 0.1 s and IMS has single seconds at another rate: neither can be run through windows of a second "
                    + "after a learnt baseline, so neither is judged here.",
            "The model needs the shaft's speed within about one per cent and the bearing's geometry.");
}
