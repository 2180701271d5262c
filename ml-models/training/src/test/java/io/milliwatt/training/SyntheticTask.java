package io.milliwatt.training;

import io.milliwatt.datasets.catalogue.DataSetDescription;
import io.milliwatt.datasets.split.LeakyRandomFolds;
import io.milliwatt.datasets.split.LeaveOneGroupOut;
import io.milliwatt.runtime.bundle.Label;
import io.milliwatt.runtime.bundle.RecipeSection;
import io.milliwatt.runtime.decision.Decision;
import io.milliwatt.runtime.decision.VerdictRule;
import io.milliwatt.runtime.decision.Voting;
import io.milliwatt.training.compression.CompressionSetting;
import io.milliwatt.training.compression.CompressionStudy;
import io.milliwatt.training.evaluation.Baseline;
import io.milliwatt.training.evaluation.Candidate;
import io.milliwatt.training.example.LabelledWindow;
import io.milliwatt.training.export.NodeRecipe;
import io.milliwatt.training.learner.ForestCompression;
import io.milliwatt.training.learner.ForestLearner;
import io.milliwatt.training.learner.LogisticLearner;
import io.milliwatt.training.learner.NearestCentroidLearner;
import io.milliwatt.training.pipeline.ReferenceRecording;
import io.milliwatt.training.pipeline.TrainingTask;
import java.util.List;

/** A task of another domain than vibration, to show that the pipeline knows nothing of bearings. */
public final class SyntheticTask {
    private SyntheticTask() {}

    public static TrainingTask of(double separation) {
        return withSeed(separation, 1);
    }

    public static TrainingTask withSeed(double separation, long seed) {
        List<LabelledWindow> windows = SyntheticWindows.windows(separation, 1);
        return new TrainingTask(
                "synthetic",
                4711,
                3,
                "Tells three made-up classes apart.",
                "unit",
                new DataSetDescription("made", "Made by code", "this test", "this test", "none", "none", 1, List.of()),
                List.of(),
                new NodeRecipe(
                        9,
                        1,
                        new RecipeSection(new byte[] {1, 2, 3, 4}),
                        List.of(output("first"), output("second"), output("third"), output("useless")),
                        100),
                List.of(new Label(1, "first"), new Label(2, "second"), new Label(3, "third")),
                windows,
                List.of(
                        new Candidate(new NearestCentroidLearner(), SyntheticWindows.INPUTS),
                        new Candidate(new LogisticLearner(10, seed), SyntheticWindows.INPUTS),
                        new Candidate(new ForestLearner(15, 5, 0.5, seed), SyntheticWindows.INPUTS)),
                List.of(study(seed)),
                new LeaveOneGroupOut<>("leave one group out", LabelledWindow::group, LabelledWindow::unit),
                new LeakyRandomFolds<>(3, seed),
                List.of(Baseline.majorityClass(3)),
                List.of(new TrainingTask.Anchor("chance", "macro-F1 0.333", "three classes")),
                new Decision(new VerdictRule.HighestScore(), new Voting(3, 5, 1), 0, 0, List.of(0, 1, 2, 2, 2)),
                List.of("The highest score wins."),
                windows.stream()
                        .filter(window -> window.file().equals("file 000"))
                        .findFirst()
                        .map(window -> new ReferenceRecording(
                                window.file(),
                                window.unit(),
                                window.group(),
                                "first",
                                1,
                                List.of(new ReferenceRecording.RecipeWindow(window.values(), 0))))
                        .stream()
                        .toList(),
                List.of("Made-up classes say nothing about the world."));
    }

    private static CompressionStudy study(long seed) {
        ForestLearner forest = new ForestLearner(15, 5, 0.5, seed);
        return new CompressionStudy(
                new Candidate(forest, SyntheticWindows.INPUTS),
                List.of(new CompressionSetting(
                        "cost-complexity pruning",
                        "0.01 per leaf",
                        new Candidate(forest.compressed(ForestCompression.pruned(0.01)), SyntheticWindows.INPUTS))),
                0.5,
                64);
    }

    private static NodeRecipe.Output output(String name) {
        return new NodeRecipe.Output(name, "", 1);
    }
}
