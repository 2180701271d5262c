package io.milliwatt.dsp.soil.fault;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Boosted trees that give one probability. As text: a line {@code margin B}, then a line for each tree: its nodes from the root, separated by
 * blanks. A node is {@code leaf} as a number, or {@code feature<threshold:yes,no,missing} with the places of its three children in the line.
 */
public final class BoostedTrees {
    private static final String MARGIN = "margin ";

    private final double base;
    private final List<Node[]> trees;

    private sealed interface Node {}

    private record Leaf(double value) implements Node {}

    private record Split(int feature, float threshold, int yes, int no, int missing) implements Node {}

    private BoostedTrees(double base, List<Node[]> trees) {
        this.base = base;
        this.trees = trees;
    }

    /** Reads up to an empty line or the end. */
    public static BoostedTrees parse(BufferedReader in) throws IOException {
        String first = in.readLine();
        if (first == null || !first.startsWith(MARGIN)) {
            throw new IOException("Boosted trees begin with a line 'margin NUMBER', not with '" + first + "'.");
        }
        List<Node[]> trees = new ArrayList<>();
        try {
            for (String line = in.readLine(); line != null && !line.isBlank(); line = in.readLine()) {
                Node[] nodes =
                        Arrays.stream(line.split(" ")).map(BoostedTrees::node).toArray(Node[]::new);
                check(nodes);
                trees.add(nodes);
            }
            return new BoostedTrees(Double.parseDouble(first.substring(MARGIN.length())), trees);
        } catch (IllegalArgumentException e) {
            throw new IOException("Tree " + (trees.size() + 1) + " cannot be read: " + e.getMessage() + ".", e);
        }
    }

    public int nodes() {
        return trees.stream().mapToInt(nodes -> nodes.length).sum();
    }

    /** 0 to 1. */
    public double probability(float[] features) {
        return 1 / (1 + Math.exp(-logOdds(features)));
    }

    /** The natural logarithm of the odds. */
    public double logOdds(float[] features) {
        double sum = base;
        for (Node[] nodes : trees) {
            sum += leaf(nodes, features);
        }
        return sum;
    }

    private static double leaf(Node[] nodes, float[] features) {
        int place = 0;
        while (nodes[place] instanceof Split split) {
            float value = features[split.feature()];
            if (Float.isNaN(value)) {
                place = split.missing();
            } else {
                place = value < split.threshold() ? split.yes() : split.no();
            }
        }
        return ((Leaf) nodes[place]).value();
    }

    private static Node node(String text) {
        int less = text.indexOf('<');
        if (less < 0) {
            return new Leaf(Double.parseDouble(text));
        }
        int colon = text.indexOf(':', less);
        if (colon < 0) {
            throw new IllegalArgumentException("'" + text + "' names no children");
        }
        String[] children = text.substring(colon + 1).split(",");
        if (children.length != 3) {
            throw new IllegalArgumentException("'" + text + "' has not three children");
        }
        return new Split(
                Integer.parseInt(text.substring(0, less)),
                Float.parseFloat(text.substring(less + 1, colon)),
                Integer.parseInt(children[0]),
                Integer.parseInt(children[1]),
                Integer.parseInt(children[2]));
    }

    /** Children come after their parents, so that every walk ends. */
    private static void check(Node[] nodes) {
        for (int place = 0; place < nodes.length; place++) {
            if (nodes[place] instanceof Split split) {
                for (int child : new int[] {split.yes(), split.no(), split.missing()}) {
                    if (child <= place || child >= nodes.length) {
                        throw new IllegalArgumentException("node " + place + " leads to " + child);
                    }
                }
            }
        }
    }
}
