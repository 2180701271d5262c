package io.milliwatt.training.learner;

import io.milliwatt.training.example.TribuoDataset;
import io.milliwatt.training.tree.ShareTree;
import io.milliwatt.training.tree.TrainingRows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.tribuo.Dataset;
import org.tribuo.Model;
import org.tribuo.classification.Label;
import org.tribuo.classification.dtree.CARTClassificationTrainer;
import org.tribuo.classification.dtree.impurity.GiniIndex;
import org.tribuo.classification.ensemble.FullyWeightedVotingCombiner;
import org.tribuo.common.tree.LeafNode;
import org.tribuo.common.tree.Node;
import org.tribuo.common.tree.RandomForestTrainer;
import org.tribuo.common.tree.SplitNode;
import org.tribuo.common.tree.TreeModel;
import org.tribuo.ensemble.WeightedEnsembleModel;

/**
 * A random forest of CART trees that vote with their leaves' class shares.
 *
 * @param treeCount 1 to 255, what a bundle holds
 * @param maxDepth splits on a path at most
 * @param inputShare of the inputs tried at each split, above 0 and at most 1
 * @param seed of bagging and of the choice of inputs
 * @param compression done after training
 */
public record ForestLearner(int treeCount, int maxDepth, double inputShare, long seed, ForestCompression compression)
        implements Learner {
    /** Held strongly, or the level set on it would be lost with the logger. */
    private static final Logger BAGGING = Logger.getLogger("org.tribuo.ensemble.BaggingTrainer");

    private static final float LEAST_CHILD_WEIGHT = 5;

    /** As training leaves it. */
    public ForestLearner(int treeCount, int maxDepth, double inputShare, long seed) {
        this(treeCount, maxDepth, inputShare, seed, ForestCompression.none());
    }

    public ForestLearner compressed(ForestCompression wanted) {
        return new ForestLearner(treeCount, maxDepth, inputShare, seed, wanted);
    }

    @Override
    public String id() {
        return "forest";
    }

    @Override
    public String description() {
        return "Tribuo RandomForestTrainer, " + treeCount + " CART trees, depth up to " + maxDepth + ", Gini, at least "
                + (int) LEAST_CHILD_WEIGHT + " windows to split, " + inputShare + " of the inputs per split, seed "
                + seed
                + (compression.equals(ForestCompression.none()) ? "" : ", " + compression.description());
    }

    @Override
    public TrainedClassifier train(Dataset<Label> data, int classCount) {
        BAGGING.setLevel(Level.WARNING); // it reports every single tree
        CARTClassificationTrainer tree = new CARTClassificationTrainer(
                maxDepth, LEAST_CHILD_WEIGHT, 0, (float) inputShare, false, new GiniIndex(), seed);
        RandomForestTrainer<Label> trainer =
                new RandomForestTrainer<>(tree, new FullyWeightedVotingCombiner(), treeCount, seed);
        WeightedEnsembleModel<Label> forest = (WeightedEnsembleModel<Label>) trainer.train(data);
        List<ShareTree> trees = new ArrayList<>();
        for (Model<Label> member : forest.getModels()) {
            trees.add(shareTree(((TreeModel<Label>) member).getRoot(), classCount));
        }
        int inputs = data.getFeatureMap().size();
        return new TrainedForest(
                compression.apply(trees, TrainingRows.of(data, classCount), inputs),
                inputs,
                classCount,
                compression.leafLevels());
    }

    private static ShareTree shareTree(Node<Label> node, int classCount) {
        if (node instanceof SplitNode<Label> split) {
            return new ShareTree.Split(
                    split.getFeatureID(),
                    split.splitValue(),
                    shareTree(split.getLessThanOrEqual(), classCount),
                    shareTree(split.getGreaterThan(), classCount));
        }
        Double[] shares = new Double[classCount];
        Arrays.fill(shares, 0.0);
        double sum = 0;
        for (Label each : ((LeafNode<Label>) node).getDistribution().values()) {
            shares[TribuoDataset.classIndex(each)] = each.getScore();
            sum += each.getScore();
        }
        double weight = sum;
        return new ShareTree.Leaf(
                Arrays.stream(shares).map(share -> share / weight).toList());
    }
}
