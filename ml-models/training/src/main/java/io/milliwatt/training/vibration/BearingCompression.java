package io.milliwatt.training.vibration;

import io.milliwatt.training.compression.CompressionSetting;
import io.milliwatt.training.compression.CompressionStudy;
import io.milliwatt.training.evaluation.Candidate;
import io.milliwatt.training.example.InputSelection;
import io.milliwatt.training.export.NodeRecipe;
import io.milliwatt.training.learner.ForestCompression;
import io.milliwatt.training.learner.ForestLearner;
import io.milliwatt.training.learner.NearestCentroidLearner;
import io.milliwatt.training.learner.NetworkCompression;
import io.milliwatt.training.learner.NetworkLearner;
import io.milliwatt.training.network.TrainingPlan;
import io.milliwatt.training.quantization.Precision;
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

    private static final int EPOCHS = 60;
    private static final int BATCH = 32;
    private static final double LEARNING_RATE = 0.01;
    private static final double[] CHANNEL_SHARES = {0.25, 0.5, 0.75};
    private static final double[] WEIGHT_SHARES = {0.5, 0.7, 0.9};
    private static final double CHANNELS_WITH_BITS = 0.5;
    private static final int ROUNDS = 2;

    private BearingCompression() {}

    static InputSelection lineScores(NodeRecipe recipe) {
        return BearingFaultTask.inputs(recipe, "line scores", "lineInner", "lineBall", "lineOuter");
    }

    /** Larger than the task needs, so that there is something to take away. */
    static NetworkLearner network(long seed) {
        return new NetworkLearner(List.of(32, 16), new TrainingPlan(EPOCHS, BATCH, LEARNING_RATE, seed));
    }

    static List<CompressionStudy> studies(NodeRecipe recipe, ForestLearner forest, NetworkLearner network) {
        return List.of(fewerInputs(recipe), forest(recipe, forest), network(recipe, network));
    }

    private static CompressionStudy network(NodeRecipe recipe, NetworkLearner network) {
        InputSelection lines = lineScores(recipe);
        List<CompressionSetting> settings = new ArrayList<>();
        for (double share : CHANNEL_SHARES) {
            settings.add(new CompressionSetting(
                    "channel pruning",
                    percent(share),
                    new Candidate(network.compressed(NetworkCompression.none().withoutChannels(share)), lines)));
        }
        for (double share : WEIGHT_SHARES) {
            settings.add(new CompressionSetting(
                    "magnitude pruning",
                    percent(share),
                    new Candidate(network.compressed(NetworkCompression.none().withoutWeights(share, ROUNDS)), lines)));
        }
        for (Precision precision : List.of(Precision.FOUR_BIT_WEIGHTS, Precision.SIXTEEN_BIT_ACTIVATIONS)) {
            NetworkCompression bits = NetworkCompression.none().in(precision);
            settings.add(new CompressionSetting(
                    "bits",
                    precision == Precision.FOUR_BIT_WEIGHTS ? "4-bit weights" : "16-bit activations",
                    new Candidate(network.compressed(bits), lines)));
        }
        settings.add(new CompressionSetting(
                "channels and bits",
                percent(CHANNELS_WITH_BITS) + ", 4-bit weights",
                new Candidate(
                        network.compressed(NetworkCompression.none()
                                .withoutChannels(CHANNELS_WITH_BITS)
                                .in(Precision.FOUR_BIT_WEIGHTS)),
                        lines)));
        return new CompressionStudy(new Candidate(network, lines), settings, ALLOWED_LOSS_POINTS, LEAST_SAVING_BYTES);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %% pruned", 100 * share);
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
