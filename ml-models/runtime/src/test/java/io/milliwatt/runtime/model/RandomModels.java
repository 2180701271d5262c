package io.milliwatt.runtime.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Random models over the whole range of every field, for property tests. */
public final class RandomModels {

    private RandomModels() {}

    public static short[] inputs(Random random, int count) {
        short[] inputs = new short[count];
        for (int index = 0; index < count; index++) {
            inputs[index] = (short) random.nextInt(-32768, 32768);
        }
        return inputs;
    }

    /** A ragged tree whose leaves come from few values, so that rows are shared. */
    public static TreeNode tree(Random random, int inputs, int classes, int depth) {
        if (depth == 0 || random.nextInt(5) == 0) {
            return leaf(random, classes, 4);
        }
        return new TreeNode.Split(
                random.nextInt(inputs),
                random.nextInt(-32768, 32768),
                tree(random, inputs, classes, depth - 1),
                tree(random, inputs, classes, depth - 1));
    }

    /** A complete tree with leaves all over int8. */
    public static TreeNode fullTree(Random random, int inputs, int classes, int depth) {
        if (depth == 0) {
            return leaf(random, classes, 256);
        }
        return new TreeNode.Split(
                random.nextInt(inputs),
                random.nextInt(-32768, 32768),
                fullTree(random, inputs, classes, depth - 1),
                fullTree(random, inputs, classes, depth - 1));
    }

    private static TreeNode leaf(Random random, int classes, int values) {
        return TreeNode.Leaf.of(random.ints(classes, 0, values)
                .map(value -> value * 256 / values - 128)
                .toArray());
    }

    public static Model model(Random random, int kind) {
        int inputs = random.nextInt(1, 65);
        int classes = random.nextInt(2, 17);
        return switch (kind) {
            case 1 -> {
                List<TreeNode> trees = new ArrayList<>();
                for (int tree = random.nextInt(1, 12); tree > 0; tree--) {
                    trees.add(tree(random, inputs, Math.min(classes, 4), random.nextInt(8)));
                }
                yield ForestModel.of(inputs, Math.min(classes, 4), trees);
            }
            case 2 -> linear(random, inputs, classes);
            case 3 -> {
                short[][] centroids = new short[classes][];
                java.util.Arrays.setAll(centroids, index -> inputs(random, inputs));
                int[] spread = random.ints(inputs, 0, 65536).toArray();
                yield new CentroidModel(random.nextInt(32), random.nextInt(32), spread, centroids);
            }
            case 7 -> {
                List<TreeNode> trees = new ArrayList<>();
                for (int tree = random.nextInt(1, 12); tree > 0; tree--) {
                    trees.add(coarse(tree(random, inputs, Math.min(classes, 4), random.nextInt(8))));
                }
                yield SharedForestModel.of(inputs, Math.min(classes, 4), trees);
            }
            default -> throw new IllegalArgumentException("No model kind " + kind + ".");
        };
    }

    /** The same tree with at most 64 thresholds of an input. */
    static TreeNode coarse(TreeNode node) {
        return switch (node) {
            case TreeNode.Leaf leaf -> leaf;
            case TreeNode.Split split ->
                new TreeNode.Split(
                        split.input(),
                        (split.threshold() >> 10) * 1024 + 7,
                        coarse(split.left()),
                        coarse(split.right()));
        };
    }

    private static Model linear(Random random, int inputs, int classes) {
        int bytes = random.nextInt(1, 3);
        short[][] weights = new short[classes][inputs];
        for (short[] row : weights) {
            for (int input = 0; input < inputs; input++) {
                row[input] = bytes == 1 ? (byte) random.nextInt() : (short) random.nextInt();
            }
        }
        return new LinearModel(bytes, random.nextInt(32), random.ints(classes).toArray(), weights);
    }
}
