package io.milliwatt.training.novelty;

import io.milliwatt.runtime.bundle.Label;
import io.milliwatt.runtime.decision.Decision;
import io.milliwatt.runtime.decision.VerdictRule;
import io.milliwatt.runtime.decision.Voting;
import io.milliwatt.runtime.learning.LearningRule;
import io.milliwatt.runtime.learning.ThresholdRule;
import io.milliwatt.runtime.model.InputMap;
import io.milliwatt.runtime.model.Model;
import io.milliwatt.runtime.model.ProbabilityScale;
import io.milliwatt.training.example.LabelledWindow;
import io.milliwatt.training.export.BundleExport;
import io.milliwatt.training.export.NodeRecipe;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Bundles that tell "like the baseline" from "damage, element not identified". */
public final class NoveltyBundle {

    private static final int SETTLING_CLIPPED_FLAT_STOPPED_FAULTY = 1 | 1 << 1 | 1 << 2 | 1 << 4 | 1 << 5;
    private static final List<Label> LABELS =
            List.of(new Label(0, "like the baseline"), new Label(1, "damage, element not identified"));
    private static final Decision DECISION = new Decision(
            new VerdictRule.HighestScore(),
            new Voting(3, 4, 1),
            SETTLING_CLIPPED_FLAT_STOPPED_FAULTY,
            0,
            List.of(0, 2, 3, 3, 2));

    private NoveltyBundle() {}

    /**
     * How a node learns 240 windows: 60 for the scale, 60 for the clusters, 120 for the threshold, which is twice the largest
     * squared distance met; then it freezes.
     *
     * @param inputs of the model
     * @param clusters at most; 1 for a Gaussian
     */
    public static LearningRule learning(int inputs, int clusters) {
        boolean gaussian = clusters == 1;
        // A new cluster where a window is farther than an average one of a single Gaussian would be: inputs spreads².
        int distinct = inputs << HealthyWindows.FRACTION_BITS;
        return new LearningRule(
                new LearningRule.Windows(gaussian ? 120 : 60, gaussian ? 0 : 60, 120),
                gaussian ? LearningRule.ClusterRule.GAUSSIAN : new LearningRule.ClusterRule(clusters, distinct),
                SETTLING_CLIPPED_FLAT_STOPPED_FAULTY,
                new ThresholdRule.Rank(1, 2 * 16),
                distinct,
                HealthyWindows.FRACTION_BITS,
                LearningRule.Following.NONE,
                Collections.nCopies(inputs, (int) (16 * HealthyWindows.SMALLEST_SPREAD)));
    }

    /**
     * An unsigned bundle.
     *
     * @param learning how a node learns the model anew; empty for the model as it is
     * @param windows from which every n-th gives a self-test vector
     */
    public static byte[] write(
            NodeRecipe recipe,
            Model model,
            InputMap inputs,
            Optional<LearningRule> learning,
            long modelId,
            List<LabelledWindow> windows) {
        return new BundleExport(recipe, LABELS, DECISION, modelId, 1)
                .write(model, inputs, new ProbabilityScale(0), windows, learning);
    }
}
