package io.milliwatt.training.learner;

import io.milliwatt.training.tree.CostComplexityPruning;
import io.milliwatt.training.tree.ShareTree;
import io.milliwatt.training.tree.ThresholdSharing;
import io.milliwatt.training.tree.TrainingRows;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a forest is made smaller after training: first pruned, then its thresholds shared.
 *
 * @param leafLevels steps of a leaf's share, 2 to 127; fewer steps let more leaves share a row
 */
public record ForestCompression(
        Optional<CostComplexityPruning> pruning, Optional<ThresholdSharing> sharing, int leafLevels) {
    /** A share of 1 as int8; 255 trees of it fit int16. */
    static final int FULL_SHARE = 127;

    public ForestCompression {
        if (leafLevels < 2 || leafLevels > FULL_SHARE) {
            throw new IllegalArgumentException("a leaf's share has 2 to 127 levels, not " + leafLevels);
        }
    }

    public static ForestCompression none() {
        return new ForestCompression(Optional.empty(), Optional.empty(), FULL_SHARE);
    }

    public static ForestCompression pruned(double pricePerLeaf) {
        return new ForestCompression(
                Optional.of(new CostComplexityPruning(pricePerLeaf)), Optional.empty(), FULL_SHARE);
    }

    public ForestCompression sharing(int thresholdsPerInput, int levels) {
        return new ForestCompression(pruning, Optional.of(new ThresholdSharing(thresholdsPerInput)), levels);
    }

    List<ShareTree> apply(List<ShareTree> trees, TrainingRows rows, int inputs) {
        List<ShareTree> smaller = new ArrayList<>();
        for (ShareTree tree : trees) {
            smaller.add(pruning.map(each -> each.prune(tree, rows)).orElse(tree));
        }
        return sharing.map(each -> each.share(smaller, rows, inputs)).orElse(smaller);
    }

    /** For the model card; empty where nothing is done. */
    String description() {
        List<String> parts = new ArrayList<>();
        pruning.ifPresent(each -> parts.add("pruned at a price of " + each.pricePerLeaf() + " per leaf"));
        sharing.ifPresent(each -> parts.add("at most " + each.perInput() + " thresholds per input"));
        if (leafLevels < FULL_SHARE) {
            parts.add("leaf shares in " + leafLevels + " levels");
        }
        return String.join(", ", parts);
    }
}
