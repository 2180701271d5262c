package io.milliwatt.training.vibration;

import io.milliwatt.training.compression.CompressionSetting;
import io.milliwatt.training.compression.CompressionStudy;
import io.milliwatt.training.evaluation.Candidate;
import io.milliwatt.training.example.InputSelection;
import io.milliwatt.training.export.NodeRecipe;
import io.milliwatt.training.learner.ForestCompression;
import io.milliwatt.training.learner.ForestLearner;
import io.milliwatt.training.learner.NearestCentroidLearner;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How small the bearing models may become: the settings, fixed before any figure was seen. */
final class BearingCompression {
    private static final double ALLOWED_LOSS_POINTS = 0.5;

    /** A bundle has 1.2 kB: less than that is not worth another model. */
    private static final int LEAST_SAVING_BYTES = 64;

    private static final double[] PRICES = {0, 0.0003, 0.001, 0.003, 0.01, 0.03};
    private static final int[] THRESHOLDS = {64, 32, 16, 8, 4};
    private static final int[] THRESHOLDS_WHEN_PRUNED = {32, 8};
    private static final double PRICE_WHEN_SHARED = 0.003;

    /** Enough for a vote of forty trees; lets many leaves share a row. */
    private static final int LEAF_LEVELS = 16;

    private BearingCompression() {}

    static InputSelection lineScores(NodeRecipe recipe) {
        return BearingFaultTask.inputs(recipe, "line scores", "lineInner", "lineBall", "lineOuter");
    }

    static List<CompressionStudy> studies(NodeRecipe recipe, ForestLearner forest) {
        return List.of(fewerInputs(recipe), forest(recipe, forest));
    }

    private static CompressionStudy fewerInputs(NodeRecipe recipe) {
        NearestCentroidLearner centroids = new NearestCentroidLearner();
        List<CompressionSetting> settings = new ArrayList<>();
        for (String[] kept : new String[][] {
            {"lineInner", "lineOuter"}, {"lineInner", "lineBall"}, {"lineBall", "lineOuter"}, {"lineOuter"}
        }) {
            String names = String.join(" and ", kept);
            settings.add(new CompressionSetting(
                    "fewer inputs",
                    names + " only",
                    new Candidate(centroids, BearingFaultTask.inputs(recipe, names, kept))));
        }
        return new CompressionStudy(
                new Candidate(centroids, lineScores(recipe)), settings, ALLOWED_LOSS_POINTS, LEAST_SAVING_BYTES);
    }

    private static CompressionStudy forest(NodeRecipe recipe, ForestLearner forest) {
        InputSelection lines = lineScores(recipe);
        List<CompressionSetting> settings = new ArrayList<>();
        for (double price : PRICES) {
            settings.add(new CompressionSetting(
                    "cost-complexity pruning",
                    String.format(Locale.ROOT, "%.4f per leaf", price),
                    new Candidate(forest.compressed(ForestCompression.pruned(price)), lines)));
        }
        for (int thresholds : THRESHOLDS) {
            settings.add(new CompressionSetting(
                    "threshold sharing",
                    thresholds + " per input, " + LEAF_LEVELS + " leaf levels",
                    new Candidate(
                            forest.compressed(ForestCompression.none().sharing(thresholds, LEAF_LEVELS)), lines)));
        }
        for (int thresholds : THRESHOLDS_WHEN_PRUNED) {
            settings.add(new CompressionSetting(
                    "pruning and sharing",
                    String.format(Locale.ROOT, "%.4f per leaf, %d per input", PRICE_WHEN_SHARED, thresholds),
                    new Candidate(
                            forest.compressed(
                                    ForestCompression.pruned(PRICE_WHEN_SHARED).sharing(thresholds, LEAF_LEVELS)),
                            lines)));
        }
        return new CompressionStudy(new Candidate(forest, lines), settings, ALLOWED_LOSS_POINTS, LEAST_SAVING_BYTES);
    }
}
