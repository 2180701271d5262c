package io.milliwatt.training.learner;

import io.milliwatt.runtime.model.Model;
import io.milliwatt.runtime.model.SharedForestModel;
import io.milliwatt.runtime.model.TreeNode;
import io.milliwatt.training.tree.ShareTree;
import java.util.List;

/** Trees that vote; a score is the mean of the leaves' class shares. */
public final class TrainedForest implements TrainedClassifier {
    private final List<ShareTree> trees;
    private final int inputs;
    private final int classes;
    private final int leafLevels;

    /** @param leafLevels steps of a share of 1 in the quantized leaves */
    TrainedForest(List<ShareTree> trees, int inputs, int classes, int leafLevels) {
        this.trees = List.copyOf(trees);
        this.inputs = inputs;
        this.classes = classes;
        this.leafLevels = leafLevels;
    }

    public List<ShareTree> trees() {
        return trees;
    }

    @Override
    public double[] score(double[] values) {
        double[] scores = new double[classes];
        for (ShareTree tree : trees) {
            List<Double> shares = tree.leafOf(values).shares();
            for (int label = 0; label < classes; label++) {
                scores[label] += shares.get(label) / trees.size();
            }
        }
        return scores;
    }

    /**
     * Splits lose nothing: an integer is at most a threshold exactly when it is at most the threshold's floor. A forest with few
     * thresholds takes the form of four bytes a node.
     */
    @Override
    public Model quantize() {
        return SharedForestModel.smallest(
                inputs, classes, trees.stream().map(this::quantized).toList());
    }

    private TreeNode quantized(ShareTree tree) {
        return switch (tree) {
            case ShareTree.Split split -> {
                double floor = Math.floor(split.threshold());
                int threshold = (int) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, floor));
                yield new TreeNode.Split(split.input(), threshold, quantized(split.left()), quantized(split.right()));
            }
            case ShareTree.Leaf leaf ->
                TreeNode.Leaf.of(leaf.shares().stream()
                        .mapToInt(share -> quantized(share, leafLevels))
                        .toArray());
        };
    }

    private static int quantized(double share, int levels) {
        return (int) Math.round((double) ForestCompression.FULL_SHARE * Math.round(levels * share) / levels);
    }
}
