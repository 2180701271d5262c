package io.milliwatt.runtime.model;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The flat arrays of a forest, in the order and with the bits of {@code bundle.md}, "Forest". */
record ForestTable(int depth, int[] roots, short[] thresholds, int[] inputAndLeft, int[] rights, byte[] leafRows) {

    /** Lays trees out in preorder, so that an inner left child follows its parent. */
    static ForestTable layOut(int classes, List<TreeNode> trees) {
        ModelShape.require(
                !trees.isEmpty() && trees.size() <= ForestModel.MAXIMUM_TREES,
                "A forest has 1 to 255 trees, not " + trees.size() + "; train fewer.");
        Layout layout = new Layout(classes);
        int[] roots = trees.stream().mapToInt(layout::place).toArray();
        int depth = trees.stream().mapToInt(ForestTable::depthOf).max().orElseThrow();
        return layout.table(depth, roots);
    }

    /** Splits on the longest path. */
    static int depthOf(TreeNode node) {
        return switch (node) {
            case TreeNode.Leaf leaf -> 0;
            case TreeNode.Split split -> 1 + Math.max(depthOf(split.left()), depthOf(split.right()));
        };
    }

    private static final class Layout {
        private final int classes;
        private final List<int[]> nodes = new ArrayList<>();
        private final Map<List<Byte>, Integer> rows = new LinkedHashMap<>();

        Layout(int classes) {
            this.classes = classes;
        }

        /** Appends a subtree and returns the reference to it. */
        int place(TreeNode node) {
            return switch (node) {
                case TreeNode.Leaf leaf -> ForestModel.LEAF | rowOf(leaf);
                case TreeNode.Split split -> placeSplit(split);
            };
        }

        private int placeSplit(TreeNode.Split split) {
            int index = nodes.size();
            ModelShape.require(
                    index < ForestModel.MAXIMUM_NODES,
                    "The forest has more than 32767 splits; train fewer or shallower trees.");
            ModelShape.require(
                    split.input() >= 0 && split.input() < ModelShape.MAXIMUM_INPUTS,
                    "A split looks at input " + split.input() + ", but inputs are 0 to 63.");
            int[] fields = {split.threshold(), split.input(), 0};
            nodes.add(fields);
            int left = place(split.left());
            if ((left & ForestModel.LEAF) != 0) {
                fields[1] |= ((left & ~ForestModel.LEAF) + 1) << 6;
            }
            fields[2] = place(split.right());
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
                    rows.size() < ForestModel.MAXIMUM_LEAF_ROWS,
                    "The forest has more than 1023 different leaves; round its leaf scores more coarsely.");
            rows.put(leaf.scores(), rows.size());
            return rows.size() - 1;
        }

        ForestTable table(int depth, int[] roots) {
            short[] thresholds = new short[nodes.size()];
            int[] inputAndLeft = new int[nodes.size()];
            int[] rights = new int[nodes.size()];
            for (int index = 0; index < nodes.size(); index++) {
                thresholds[index] = (short) nodes.get(index)[0];
                inputAndLeft[index] = nodes.get(index)[1];
                rights[index] = nodes.get(index)[2];
            }
            byte[] leafRows = new byte[rows.size() * classes];
            int at = 0;
            for (List<Byte> row : rows.keySet()) {
                for (byte score : row) {
                    leafRows[at++] = score;
                }
            }
            return new ForestTable(depth, roots, thresholds, inputAndLeft, rights, leafRows);
        }
    }

    /** Reads the body of a forest; the caller has checked nothing yet but that the buffer is little-endian. */
    static ForestTable read(ByteBuffer in, int classes) {
        int[] roots = new int[Short.toUnsignedInt(in.getShort())];
        int nodes = Short.toUnsignedInt(in.getShort());
        int rows = Short.toUnsignedInt(in.getShort());
        int depth = Short.toUnsignedInt(in.getShort());
        ModelShape.require(nodes <= ForestModel.MAXIMUM_NODES, "A forest has at most 32767 splits, not " + nodes + ".");
        for (int index = 0; index < roots.length; index++) {
            roots[index] = Short.toUnsignedInt(in.getShort());
        }
        short[] thresholds = new short[nodes];
        int[] inputAndLeft = new int[nodes];
        int[] rights = new int[nodes];
        for (int node = 0; node < nodes; node++) {
            thresholds[node] = in.getShort();
            inputAndLeft[node] = Short.toUnsignedInt(in.getShort());
            rights[node] = Short.toUnsignedInt(in.getShort());
        }
        byte[] leafRows = new byte[rows * classes];
        in.get(leafRows);
        return new ForestTable(depth, roots, thresholds, inputAndLeft, rights, leafRows);
    }

    /** Refuses references that a walk could not follow to an end. */
    void check(int inputs, int classes) {
        int rows = leafRows.length / classes;
        ModelShape.require(
                roots.length >= 1 && roots.length <= ForestModel.MAXIMUM_TREES,
                "A forest has 1 to 255 trees, not " + roots.length + ".");
        ModelShape.require(
                rows >= 1 && rows <= ForestModel.MAXIMUM_LEAF_ROWS,
                "A forest has 1 to 1023 different leaves, not " + rows + ".");
        ModelShape.require(depth <= ForestModel.MAXIMUM_DEPTH, "A tree is at most 255 splits deep, not " + depth + ".");
        for (int root : roots) {
            checkReference(root, -1, rows);
        }
        for (int node = 0; node < thresholds.length; node++) {
            ModelShape.require(
                    (inputAndLeft[node] & 63) < inputs,
                    "Node " + node + " looks at input " + (inputAndLeft[node] & 63) + " of " + inputs + ".");
            int left = inputAndLeft[node] >>> 6;
            checkReference(left == 0 ? node + 1 : ForestModel.LEAF | (left - 1), node, rows);
            checkReference(rights[node], node, rows);
        }
    }

    private void checkReference(int reference, int from, int rows) {
        boolean holds = (reference & ForestModel.LEAF) != 0
                ? (reference & ~ForestModel.LEAF) < rows
                : reference > from && reference < thresholds.length;
        ModelShape.require(
                holds, "Node " + from + " points to " + reference + ", which is not a later node or a leaf.");
    }
}
