package io.milliwatt.firmware;

import io.milliwatt.runtime.model.CentroidModel;
import io.milliwatt.runtime.model.Clusters;
import io.milliwatt.runtime.model.ForestModel;
import io.milliwatt.runtime.model.GaussianModel;
import io.milliwatt.runtime.model.KMeansModel;
import io.milliwatt.runtime.model.LinearModel;
import io.milliwatt.runtime.model.Model;
import io.milliwatt.runtime.model.SharedForestModel;
import io.milliwatt.runtime.model.TreeNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Models drawn over the whole range of every field, extremes included more often than chance would. */
final class RandomModel {

    private final Random random;
    private final int inputs;
    private final int classes;

    RandomModel(Random random, int inputs, int classes) {
        this.random = random;
        this.inputs = inputs;
        this.classes = classes;
    }

    ForestModel forest() {
        List<TreeNode> trees = new ArrayList<>();
        for (int tree = random.nextInt(1, 30); tree > 0; tree--) {
            trees.add(subtree(random.nextInt(9)));
        }
        return ForestModel.of(inputs, classes, trees);
    }

    SharedForestModel sharedForest() {
        List<TreeNode> trees = new ArrayList<>();
        short[][] thresholds = new short[inputs][random.nextInt(1, 65)];
        for (short[] ofInput : thresholds) {
            for (int index = 0; index < ofInput.length; index++) {
                ofInput[index] = int16();
            }
        }
        for (int tree = random.nextInt(1, 30); tree > 0; tree--) {
            trees.add(sharing(subtree(random.nextInt(9)), thresholds));
        }
        return SharedForestModel.of(inputs, classes, trees);
    }

    private TreeNode sharing(TreeNode node, short[][] thresholds) {
        return switch (node) {
            case TreeNode.Leaf leaf ->
                TreeNode.Leaf.of(
                        leaf.scores().stream().mapToInt(score -> score / 8 * 8).toArray());
            case TreeNode.Split split -> {
                short[] ofInput = thresholds[split.input()];
                yield new TreeNode.Split(
                        split.input(),
                        ofInput[random.nextInt(ofInput.length)],
                        sharing(split.left(), thresholds),
                        sharing(split.right(), thresholds));
            }
        };
    }

    private TreeNode subtree(int depth) {
        if (depth == 0 || random.nextInt(6) == 0) {
            int[] scores = new int[classes];
            scores[random.nextInt(classes)] = random.nextInt(-128, 128);
            return TreeNode.Leaf.of(scores);
        }
        return new TreeNode.Split(random.nextInt(inputs), int16(), subtree(depth - 1), subtree(depth - 1));
    }

    LinearModel linear() {
        int bytes = random.nextInt(1, 3);
        short[][] weights = new short[classes][inputs];
        for (short[] row : weights) {
            for (int input = 0; input < inputs; input++) {
                row[input] = bytes == 1 ? (byte) random.nextInt() : int16();
            }
        }
        return new LinearModel(bytes, random.nextInt(32), random.ints(classes).toArray(), weights);
    }

    CentroidModel centroid() {
        short[][] centroids = new short[classes][];
        Arrays.setAll(centroids, index -> vector());
        int[] spread = random.ints(inputs, 0, 65536).toArray();
        return new CentroidModel(random.nextInt(32), random.nextInt(32), spread, centroids);
    }

    KMeansModel kMeans() {
        return new KMeansModel(clusters(random.nextInt(1, 33)));
    }

    GaussianModel gaussian() {
        return new GaussianModel(clusters(1));
    }

    private Clusters clusters(int count) {
        short[][] centroids = new short[count][];
        Arrays.setAll(centroids, index -> vector());
        int[] spread = random.ints(inputs, 0, 65536).toArray();
        return new Clusters(random.nextInt(32), random.nextInt(32), random.nextInt(32768), spread, centroids);
    }

    Model ofKind(int kind) {
        return switch (kind) {
            case 1 -> forest();
            case 2 -> linear();
            case 5 -> kMeans();
            case 6 -> gaussian();
            case 7 -> sharedForest();
            default -> centroid();
        };
    }

    /** Inputs for the model. */
    short[] vector() {
        short[] values = new short[inputs];
        for (int index = 0; index < inputs; index++) {
            values[index] = int16();
        }
        return values;
    }

    private short int16() {
        return switch (random.nextInt(8)) {
            case 0 -> Short.MIN_VALUE;
            case 1 -> Short.MAX_VALUE;
            case 2 -> (short) random.nextInt(-2, 3);
            default -> (short) random.nextInt();
        };
    }
}
