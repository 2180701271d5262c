package io.milliwatt.training.soil.fault;

import io.milliwatt.datasets.network.UscrnDaily;
import io.milliwatt.dsp.soil.fault.BoostedTrees;
import io.milliwatt.dsp.soil.fault.FaultDetector;
import io.milliwatt.dsp.soil.fault.FaultKind;
import io.milliwatt.dsp.soil.fault.FaultModel;
import io.milliwatt.training.pipeline.Progress;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Trains the detector on half of a network's stations. Thresholds come from stations that a part of the trees has not seen: four folds within that
 * half. The other half is not looked at.
 */
public final class FaultTraining {
    static final List<FaultKind> LEARNT =
            List.of(FaultKind.SPIKE, FaultKind.STEP, FaultKind.STUCK, FaultKind.BREAK, FaultKind.DRIFT);

    private static final int FOLDS = 4;
    /** False alarms that sudden kinds together, and drift alone, may cost on stations not learnt from: below the bar of 0.05 with a margin. */
    private static final double SUDDEN_BUDGET = 0.028;

    private static final double DRIFT_BUDGET = 0.040;
    private static final double[] THRESHOLDS = thresholds();

    private final List<NetworkProbes.Depth> depths;
    private final long seed;
    private final Progress progress;

    private FaultTraining(List<NetworkProbes.Depth> depths, long seed, Progress progress) {
        this.depths = depths;
        this.seed = seed;
        this.progress = progress;
    }

    /**
     * The model's text.
     *
     * @param table of a network's days, as {@link UscrnDaily} reads it
     */
    public static String train(Path table, long seed, Progress progress) throws IOException {
        return train(NetworkProbes.of(UscrnDaily.read(table)), seed, progress);
    }

    static String train(List<NetworkProbes.Depth> depths, long seed, Progress progress) throws IOException {
        return new FaultTraining(
                        depths.stream().filter(NetworkProbes.Depth::forFitting).toList(), seed, progress)
                .run();
    }

    private String run() throws IOException {
        List<ThresholdChoice> choices = new ArrayList<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            progress.step("fold " + (fold + 1), fold, FOLDS + 1);
            int left = fold;
            List<NetworkProbes.Depth> rest =
                    depths.stream().filter(depth -> fold(depth) != left).toList();
            List<NetworkProbes.Depth> held =
                    depths.stream().filter(depth -> fold(depth) == left).toList();
            choices.add(new ThresholdChoice(trees(rest), held, seed + 100 + fold));
        }
        progress.step("all stations of the fitting half", FOLDS, FOLDS + 1);
        Map<FaultKind, Double> thresholds = ThresholdChoice.choose(choices, THRESHOLDS, SUDDEN_BUDGET, DRIFT_BUDGET);
        StringBuilder text = new StringBuilder("stations ")
                .append(String.join(
                        " ",
                        depths.stream()
                                .map(NetworkProbes.Depth::number)
                                .distinct()
                                .toList()))
                .append("\n\n");
        trees(depths)
                .forEach((kind, trees) -> text.append(kind)
                        .append(" threshold ")
                        .append(String.format(Locale.ROOT, "%.3f", thresholds.get(kind)))
                        .append('\n')
                        .append(trees));
        return text.toString();
    }

    static FaultModel model(String text) throws IOException {
        return FaultModel.parse(new BufferedReader(new StringReader(text)));
    }

    static BoostedTrees parse(String trees) {
        try {
            return BoostedTrees.parse(new BufferedReader(new StringReader(trees)));
        } catch (IOException impossible) {
            throw new IllegalStateException("trees just written cannot be read", impossible);
        }
    }

    private Map<FaultKind, String> trees(List<NetworkProbes.Depth> from) {
        FaultRows rows = new FaultRows(from, seed);
        Map<FaultKind, String> trees = new EnumMap<>(FaultKind.class);
        for (FaultKind kind : LEARNT) {
            trees.put(kind, TreeGrowth.grow(rows.of(kind), plan(kind), seed));
        }
        return trees;
    }

    private static TreeGrowth.Plan plan(FaultKind kind) {
        return FaultDetector.SUDDEN.contains(kind)
                ? new TreeGrowth.Plan(100, 6, 0.1)
                : new TreeGrowth.Plan(150, 7, 0.1);
    }

    private static int fold(NetworkProbes.Depth depth) {
        return depth.station() / 2 % FOLDS;
    }

    private static double[] thresholds() {
        List<Double> steps = new ArrayList<>();
        for (double odds = 5; odds > -4; odds -= 0.25) {
            steps.add(1 / (1 + Math.exp(-odds)));
        }
        return steps.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
