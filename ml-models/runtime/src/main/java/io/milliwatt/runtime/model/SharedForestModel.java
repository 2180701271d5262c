package io.milliwatt.runtime.model;

import java.nio.ByteBuffer;
import java.util.List;

/**
 * A forest whose splits on an input share at most 64 thresholds, in nodes of four bytes instead of six ({@code bundle.md}, "Forest of
 * shared thresholds"). Scores are those of {@link ForestModel}.
 */
public final class SharedForestModel implements Model {
    static final int MAXIMUM_LEAF_ROWS = 511;
    static final int MAXIMUM_THRESHOLDS = 64;
    static final int MAXIMUM_DISTANCE = 1023;

    /** Set in a root that names a leaf row. */
    static final int ROOT_LEAF = 0x8000;

    /** Set in the eleven bits of a right child that names a leaf row. */
    static final int RIGHT_LEAF = 0x400;

    private final int inputs;
    private final int classes;
    private final SharedForestTable table;

    SharedForestModel(int inputs, int classes, SharedForestTable table) {
        ModelShape.check(inputs, classes);
        table.check(inputs);
        this.inputs = inputs;
        this.classes = classes;
        this.table = table;
    }

    /**
     * A forest laid out for the node.
     *
     * @throws IllegalArgumentException if it is larger than the format holds: 255 trees, 32767 splits, 64 different thresholds of an
     *     input, 511 different leaves, 1023 nodes from a split to its right child; the message says which and what to do
     */
    public static SharedForestModel of(int inputs, int classes, List<TreeNode> trees) {
        return new SharedForestModel(inputs, classes, SharedForestTable.layOut(inputs, classes, trees));
    }

    /** The smaller of the two forms that these trees can take on a node; both give the same scores. */
    public static Model smallest(int inputs, int classes, List<TreeNode> trees) {
        ForestModel plain = ForestModel.of(inputs, classes, trees);
        if (!SharedForestLayout.holds(inputs, trees) || plain.rows() > MAXIMUM_LEAF_ROWS) {
            return plain;
        }
        SharedForestModel shared = of(inputs, classes, trees);
        return shared.encodedLength() < plain.encodedLength() ? shared : plain;
    }

    @Override
    public int inputs() {
        return inputs;
    }

    @Override
    public int classes() {
        return classes;
    }

    public int trees() {
        return table.roots().length;
    }

    /** Splits of all trees together. */
    public int nodes() {
        return table.nodes().length;
    }

    /** Different thresholds, counted by input. */
    public int thresholds() {
        return table.thresholds().length;
    }

    @Override
    public int operations() {
        return trees() * table.depth();
    }

    @Override
    public void score(short[] in, short[] scores) {
        ModelShape.checkLengths(this, in, scores);
        int[] sums = new int[classes];
        byte[] rows = table.leafRows();
        for (int root : table.roots()) {
            int row = (root & ROOT_LEAF) != 0 ? root & ~ROOT_LEAF : leafRow(root, in);
            for (int index = 0; index < classes; index++) {
                sums[index] += rows[row * classes + index];
            }
        }
        for (int index = 0; index < classes; index++) {
            scores[index] = (short) sums[index];
        }
    }

    private int leafRow(int root, short[] in) {
        int[] nodes = table.nodes();
        int[] starts = table.starts();
        short[] thresholds = table.thresholds();
        int at = root;
        while (true) {
            int node = nodes[at];
            int input = node & 63;
            if (in[input] > thresholds[starts[input] + (node >>> 6 & 63)]) {
                int right = node >>> 21;
                if ((right & RIGHT_LEAF) != 0) {
                    return right & ~RIGHT_LEAF;
                }
                at += right;
            } else {
                int left = node >>> 12 & 511;
                if (left != 0) {
                    return left - 1;
                }
                at++;
            }
        }
    }

    int encodedLength() {
        return table.encodedLength();
    }

    void write(ByteBuffer out) {
        table.write(out);
    }
}
