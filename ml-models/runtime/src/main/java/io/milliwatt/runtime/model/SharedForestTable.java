package io.milliwatt.runtime.model;

import java.nio.ByteBuffer;
import java.util.List;

/**
 * The flat arrays of a forest of shared thresholds, with the bits of {@code bundle.md}.
 *
 * @param classes scores of a leaf row
 * @param starts first threshold of each input in the table, then their number
 * @param nodes 32 bits each
 */
// Shared within the package with the model that owns it; never compared.
@SuppressWarnings("ArrayRecordComponent")
record SharedForestTable(
        int classes, int depth, int[] starts, short[] thresholds, int[] roots, int[] nodes, byte[] leafRows) {
    private static final int HEAD = 8;

    static SharedForestTable layOut(int inputs, int classes, List<TreeNode> trees) {
        return new SharedForestLayout(inputs, classes, trees).table();
    }

    /** Reads the body; the caller has checked nothing yet but that the buffer is little-endian. */
    static SharedForestTable read(ByteBuffer in, int inputs, int classes) {
        int body = in.position();
        int[] roots = new int[Short.toUnsignedInt(in.getShort())];
        int[] nodes = new int[Short.toUnsignedInt(in.getShort())];
        int rows = Short.toUnsignedInt(in.getShort());
        int depth = Short.toUnsignedInt(in.getShort());
        int[] starts = unsignedShorts(in, new int[inputs + 1]);
        short[] thresholds = new short[starts[inputs]];
        for (int index = 0; index < thresholds.length; index++) {
            thresholds[index] = in.getShort();
        }
        unsignedShorts(in, roots);
        while ((in.position() - body) % 4 != 0) {
            ModelShape.require(in.get() == 0, "Padding before the nodes of a forest must be 0.");
        }
        for (int index = 0; index < nodes.length; index++) {
            nodes[index] = in.getInt();
        }
        byte[] leafRows = new byte[rows * classes];
        in.get(leafRows);
        return new SharedForestTable(classes, depth, starts, thresholds, roots, nodes, leafRows);
    }

    private static int[] unsignedShorts(ByteBuffer in, int[] values) {
        for (int index = 0; index < values.length; index++) {
            values[index] = Short.toUnsignedInt(in.getShort());
        }
        return values;
    }

    int encodedLength() {
        return nodesAt() + 4 * nodes.length + leafRows.length;
    }

    /** Different leaves. */
    int rows() {
        return leafRows.length / classes;
    }

    private int nodesAt() {
        return (HEAD + 2 * (starts.length + thresholds.length + roots.length) + 3) & ~3;
    }

    void write(ByteBuffer out) {
        int body = out.position();
        out.putShort((short) roots.length)
                .putShort((short) nodes.length)
                .putShort((short) rows())
                .putShort((short) depth);
        for (int start : starts) {
            out.putShort((short) start);
        }
        for (short threshold : thresholds) {
            out.putShort(threshold);
        }
        for (int root : roots) {
            out.putShort((short) root);
        }
        out.position(body + nodesAt());
        for (int node : nodes) {
            out.putInt(node);
        }
        out.put(leafRows);
    }

    /** Refuses references that a walk could not follow to an end. */
    void check(int inputs) {
        ModelShape.require(
                roots.length >= 1 && roots.length <= ForestModel.MAXIMUM_TREES,
                "A forest has 1 to 255 trees, not " + roots.length + ".");
        ModelShape.require(
                nodes.length <= ForestModel.MAXIMUM_NODES,
                "A forest has at most 32767 splits, not " + nodes.length + ".");
        ModelShape.require(
                rows() >= 1 && rows() <= SharedForestModel.MAXIMUM_LEAF_ROWS,
                "A forest of shared thresholds has 1 to 511 different leaves, not " + rows() + ".");
        ModelShape.require(depth <= ForestModel.MAXIMUM_DEPTH, "A tree is at most 255 splits deep, not " + depth + ".");
        ModelShape.require(starts[0] == 0, "The first input's thresholds start at 0, not " + starts[0] + ".");
        for (int input = 0; input < inputs; input++) {
            int count = starts[input + 1] - starts[input];
            ModelShape.require(
                    count >= 0 && count <= SharedForestModel.MAXIMUM_THRESHOLDS,
                    "Input " + input + " has " + count + " thresholds, but 0 to 64 fit.");
        }
        for (int root : roots) {
            boolean leaf = (root & SharedForestModel.ROOT_LEAF) != 0;
            ModelShape.require(
                    leaf ? (root & ~SharedForestModel.ROOT_LEAF) < rows() : root < nodes.length,
                    "A root points to " + root + ", which is neither a node nor a leaf.");
        }
        for (int index = 0; index < nodes.length; index++) {
            checkNode(index, inputs);
        }
    }

    private void checkNode(int index, int inputs) {
        int node = nodes[index];
        int input = node & 63;
        ModelShape.require(input < inputs, "Node " + index + " looks at input " + input + " of " + inputs + ".");
        int threshold = node >>> 6 & 63;
        ModelShape.require(
                threshold < starts[input + 1] - starts[input],
                "Node " + index + " uses threshold " + threshold + " of input " + input + ", which is not there.");
        int left = node >>> 12 & 511;
        int right = node >>> 21;
        boolean leftHolds = left == 0 ? index + 1 < nodes.length : left - 1 < rows();
        boolean rightHolds = (right & SharedForestModel.RIGHT_LEAF) != 0
                ? (right & ~SharedForestModel.RIGHT_LEAF) < rows()
                : right > 0 && index + right < nodes.length;
        ModelShape.require(
                leftHolds && rightHolds,
                "Node " + index + " has a child that is neither a later node nor a leaf of the forest.");
    }
}
