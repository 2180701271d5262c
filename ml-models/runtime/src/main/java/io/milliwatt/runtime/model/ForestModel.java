package io.milliwatt.runtime.model;

import java.nio.ByteBuffer;
import java.util.List;

/**
 * Trees in one flat table of 6-byte nodes, a left child being the next node, and a shared table of leaf rows
 * ({@code bundle.md}, "Forest"). A class's score is the sum of its leaf values over the trees.
 */
public final class ForestModel implements Model {

    /** Set in a root or right reference that names a leaf row. */
    static final int LEAF = 0x8000;

    static final int MAXIMUM_TREES = 255;
    static final int MAXIMUM_NODES = 0x7FFF;
    static final int MAXIMUM_LEAF_ROWS = 1023;
    static final int MAXIMUM_DEPTH = 255;

    private final int inputs;
    private final int classes;
    private final int depth;
    private final int[] roots;
    private final short[] thresholds;
    private final int[] inputAndLeft;
    private final int[] rights;
    private final byte[] leafRows;

    ForestModel(int inputs, int classes, ForestTable table) {
        ModelShape.check(inputs, classes);
        this.inputs = inputs;
        this.classes = classes;
        this.depth = table.depth();
        this.roots = table.roots();
        this.thresholds = table.thresholds();
        this.inputAndLeft = table.inputAndLeft();
        this.rights = table.rights();
        this.leafRows = table.leafRows();
        table.check(inputs, classes);
    }

    /**
     * A forest laid out for the node. Equal leaves share one row.
     *
     * @throws IllegalArgumentException if it is larger than the format holds: 255 trees, 32767 splits, 1023 different
     *     leaves; the message says which and what to do
     */
    public static ForestModel of(int inputs, int classes, List<TreeNode> trees) {
        return new ForestModel(inputs, classes, ForestTable.layOut(classes, trees));
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
        return roots.length;
    }

    /** Splits of all trees together. */
    public int nodes() {
        return thresholds.length;
    }

    /** Different leaves. */
    public int rows() {
        return leafRows.length / classes;
    }

    @Override
    public int operations() {
        return roots.length * depth;
    }

    @Override
    public void score(short[] in, short[] scores) {
        ModelShape.checkLengths(this, in, scores);
        int[] sums = new int[classes];
        for (int root : roots) {
            int reference = root;
            while ((reference & LEAF) == 0) {
                int packed = inputAndLeft[reference];
                int left = packed >>> 6;
                if (in[packed & 63] > thresholds[reference]) {
                    reference = rights[reference];
                } else if (left != 0) {
                    reference = LEAF | (left - 1);
                } else {
                    reference++;
                }
            }
            int row = (reference & ~LEAF) * classes;
            for (int index = 0; index < classes; index++) {
                sums[index] += leafRows[row + index];
            }
        }
        for (int index = 0; index < classes; index++) {
            scores[index] = (short) sums[index];
        }
    }

    /** Bytes of {@link #write}. */
    int encodedLength() {
        return 8 + 2 * roots.length + 6 * thresholds.length + leafRows.length;
    }

    void write(ByteBuffer out) {
        out.putShort((short) roots.length)
                .putShort((short) thresholds.length)
                .putShort((short) rows())
                .putShort((short) depth);
        for (int root : roots) {
            out.putShort((short) root);
        }
        for (int node = 0; node < thresholds.length; node++) {
            out.putShort(thresholds[node]).putShort((short) inputAndLeft[node]).putShort((short) rights[node]);
        }
        out.put(leafRows);
    }
}
