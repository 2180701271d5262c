package io.milliwatt.training.learner;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.tribuo.Dataset;
import org.tribuo.Model;
import org.tribuo.classification.Label;
import org.tribuo.classification.dtree.CARTClassificationTrainer;
import org.tribuo.classification.dtree.impurity.GiniIndex;
import org.tribuo.classification.ensemble.FullyWeightedVotingCombiner;
import org.tribuo.common.tree.Node;
import org.tribuo.common.tree.RandomForestTrainer;
import org.tribuo.common.tree.TreeModel;
import org.tribuo.ensemble.WeightedEnsembleModel;

/**
 * A random forest of CART trees that vote with their leaves' class shares.
 *
 * @param treeCount 1 to 255, what a bundle holds
 * @param maxDepth splits on a path at most
 * @param inputShare of the inputs tried at each split, above 0 and at most 1
 * @param seed of bagging and of the choice of inputs
 */
public record ForestLearner(int treeCount, int maxDepth, double inputShare, long seed) implements Learner {
    /** Held strongly, or the level set on it would be lost with the logger. */
    private static final Logger BAGGING = Logger.getLogger("org.tribuo.ensemble.BaggingTrainer");

    private static final float LEAST_CHILD_WEIGHT = 5;

    @Override
    public String id() {
        return "forest";
    }

    @Override
    public String description() {
        return "Tribuo RandomForestTrainer, " + treeCount + " CART trees, depth up to " + maxDepth + ", Gini, at least "
                + (int) LEAST_CHILD_WEIGHT + " windows to split, " + inputShare + " of the inputs per split, seed "
                + seed;
    }

    @Override
    public TrainedClassifier train(Dataset<Label> data, int classCount) {
        BAGGING.setLevel(Level.WARNING); // it reports every single tree
        CARTClassificationTrainer tree = new CARTClassificationTrainer(
                maxDepth, LEAST_CHILD_WEIGHT, 0, (float) inputShare, false, new GiniIndex(), seed);
        RandomForestTrainer<Label> trainer =
                new RandomForestTrainer<>(tree, new FullyWeightedVotingCombiner(), treeCount, seed);
        WeightedEnsembleModel<Label> forest = (WeightedEnsembleModel<Label>) trainer.train(data);
        List<Node<Label>> roots = new ArrayList<>();
        for (Model<Label> member : forest.getModels()) {
            roots.add(((TreeModel<Label>) member).getRoot());
        }
        return new TrainedForest(roots, data.getFeatureMap().size(), classCount);
    }
}
