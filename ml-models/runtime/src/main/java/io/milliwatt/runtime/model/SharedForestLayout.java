package io.milliwatt.runtime.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Lays trees out in preorder, so that an inner left child follows its parent, with one table of thresholds per input. */
final class SharedForestLayout {
    private final int classes;
    private final List<TreeNode> trees;
    private final List<List<Integer>> thresholds;
    private final List<Integer> nodes = new ArrayList<>();
    private final Map<List<Byte>, Integer> rows = new LinkedHashMap<>();

    SharedForestLayout(int inputs, int classes, List<TreeNode> trees) {
        ModelShape.check(inputs, classes);
        ModelShape.require(
                !trees.isEmpty() && trees.size() <= ForestModel.MAXIMUM_TREES,
                "A forest has 1 to 255 trees, not " + trees.size() + "; train fewer.");
        this.classes = classes;
        this.trees = trees;
        this.thresholds =
                IntStream.range(0, inputs).mapToObj(this::thresholdsOf).toList();
    }

    /** Whether no input has too many thresholds and no right child is too far. */
    static boolean holds(int inputs, List<TreeNode> trees) {
        return IntStream.range(0, inputs)
                        .allMatch(input -> different(trees, input).size() <= SharedForestModel.MAXIMUM_THRESHOLDS)
                && trees.stream()
                        .flatMap(SharedForestLayout::splits)
                        .allMatch(split -> splits(split.left()).count() < SharedForestModel.MAXIMUM_DISTANCE);
    }

    private static TreeSet<Integer> different(List<TreeNode> trees, int input) {
        TreeSet<Integer> found = new TreeSet<>();
        trees.stream()
                .flatMap(SharedForestLayout::splits)
                .filter(split -> split.input() == input)
                .forEach(split -> found.add(split.threshold()));
        return found;
    }

    private List<Integer> thresholdsOf(int input) {
        TreeSet<Integer> found = different(trees, input);
        ModelShape.require(
                found.size() <= SharedForestModel.MAXIMUM_THRESHOLDS,
                "The splits on input " + input + " use " + found.size()
                        + " different thresholds, but 64 fit; share more of them.");
        return List.copyOf(found);
    }

    private static Stream<TreeNode.Split> splits(TreeNode node) {
        return switch (node) {
            case TreeNode.Leaf leaf -> Stream.empty();
            case TreeNode.Split split ->
                Stream.concat(Stream.of(split), Stream.concat(splits(split.left()), splits(split.right())));
        };
    }

    SharedForestTable table() {
        int[] roots = trees.stream()
                .mapToInt(tree -> switch (tree) {
                    case TreeNode.Leaf leaf -> SharedForestModel.ROOT_LEAF | rowOf(leaf);
                    case TreeNode.Split split -> place(split);
                })
                .toArray();
        int[] starts = new int[thresholds.size() + 1];
        for (int input = 0; input < thresholds.size(); input++) {
            starts[input + 1] = starts[input] + thresholds.get(input).size();
        }
        short[] table = new short[starts[thresholds.size()]];
        int at = 0;
        for (List<Integer> ofInput : thresholds) {
            for (int threshold : ofInput) {
                table[at++] = (short) threshold;
            }
        }
        byte[] leafRows = new byte[rows.size() * classes];
        at = 0;
        for (List<Byte> row : rows.keySet()) {
            for (byte score : row) {
                leafRows[at++] = score;
            }
        }
        int depth = trees.stream().mapToInt(ForestTable::depthOf).max().orElseThrow();
        return new SharedForestTable(
                classes,
                depth,
                starts,
                table,
                roots,
                nodes.stream().mapToInt(Integer::intValue).toArray(),
                leafRows);
    }

    /** Appends a subtree and returns the index of its first node. */
    private int place(TreeNode.Split split) {
        int index = nodes.size();
        ModelShape.require(
                index < ForestModel.MAXIMUM_NODES,
                "The forest has more than 32767 splits; train fewer or shallower trees.");
        int node = split.input() | thresholds.get(split.input()).indexOf(split.threshold()) << 6;
        nodes.add(node);
        switch (split.left()) {
            case TreeNode.Leaf leaf -> node |= (rowOf(leaf) + 1) << 12;
            case TreeNode.Split left -> place(left);
        }
        switch (split.right()) {
            case TreeNode.Leaf leaf -> node |= (SharedForestModel.RIGHT_LEAF | rowOf(leaf)) << 21;
            case TreeNode.Split right -> {
                int distance = nodes.size() - index;
                ModelShape.require(
                        distance <= SharedForestModel.MAXIMUM_DISTANCE,
                        "A split has " + (distance - 1)
                                + " nodes on its left, but 1022 fit; train shallower trees or use the plain forest.");
                node |= distance << 21;
                place(right);
            }
        }
        nodes.set(index, node);
        return index;
    }

    private int rowOf(TreeNode.Leaf leaf) {
        ModelShape.require(
                leaf.scores().size() == classes,
                "A leaf has " + leaf.scores().size() + " scores, but the forest has " + classes + " classes.");
        Integer known = rows.get(leaf.scores());
        if (known != null) {
            return known;
        }
        ModelShape.require(
                rows.size() < SharedForestModel.MAXIMUM_LEAF_ROWS,
                "The forest has more than 511 different leaves; round its leaf scores more coarsely.");
        rows.put(leaf.scores(), rows.size());
        return rows.size() - 1;
    }
}
