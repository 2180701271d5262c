package io.milliwatt.training.learner;

import io.milliwatt.runtime.model.ForestModel;
import io.milliwatt.runtime.model.Model;
import io.milliwatt.runtime.model.TreeNode;
import io.milliwatt.training.example.TribuoDataset;
import java.util.List;
import java.util.Map;
import org.tribuo.classification.Label;
import org.tribuo.common.tree.LeafNode;
import org.tribuo.common.tree.Node;
import org.tribuo.common.tree.SplitNode;

/** Tribuo trees; a score is the mean of the leaves' class shares. */
public final class TrainedForest implements TrainedClassifier {
    /** A share of 1 as int8; 255 trees of it fit int16. */
    private static final int FULL_SHARE = 127;

    private final List<Node<Label>> roots;
    private final int inputs;
    private final int classes;

    TrainedForest(List<Node<Label>> roots, int inputs, int classes) {
        this.roots = List.copyOf(roots);
        this.inputs = inputs;
        this.classes = classes;
    }

    @Override
    public double[] score(double[] values) {
        double[] scores = new double[classes];
        for (Node<Label> root : roots) {
            Node<Label> node = root;
            while (node instanceof SplitNode<Label> split) {
                node = values[split.getFeatureID()] <= split.splitValue()
                        ? split.getLessThanOrEqual()
                        : split.getGreaterThan();
            }
            double[] shares = shares((LeafNode<Label>) node);
            for (int label = 0; label < classes; label++) {
                scores[label] += shares[label] / roots.size();
            }
        }
        return scores;
    }

    /** Splits lose nothing: an integer is at most a threshold exactly when it is at most the threshold's floor. */
    @Override
    public Model quantize() {
        return ForestModel.of(
                inputs, classes, roots.stream().map(this::quantized).toList());
    }

    private TreeNode quantized(Node<Label> node) {
        if (node instanceof SplitNode<Label> split) {
            int threshold = (int) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, Math.floor(split.splitValue())));
            return new TreeNode.Split(
                    split.getFeatureID(),
                    threshold,
                    quantized(split.getLessThanOrEqual()),
                    quantized(split.getGreaterThan()));
        }
        double[] shares = shares((LeafNode<Label>) node);
        int[] scores = new int[classes];
        for (int label = 0; label < classes; label++) {
            scores[label] = (int) Math.round(FULL_SHARE * shares[label]);
        }
        return TreeNode.Leaf.of(scores);
    }

    private double[] shares(LeafNode<Label> leaf) {
        double[] shares = new double[classes];
        double sum = 0;
        for (Map.Entry<String, Label> entry : leaf.getDistribution().entrySet()) {
            double weight = entry.getValue().getScore();
            shares[TribuoDataset.classIndex(entry.getValue())] = weight;
            sum += weight;
        }
        for (int label = 0; label < classes; label++) {
            shares[label] /= sum;
        }
        return shares;
    }
}
