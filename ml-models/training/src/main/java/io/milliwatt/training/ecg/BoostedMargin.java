package io.milliwatt.training.ecg;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.milliwatt.dsp.fixedpoint.heart.Feature;
import io.milliwatt.runtime.model.TreeNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/**
 * Boosted trees for one margin: the log odds that a beat is of one kind and not of the others. XGBoost itself, which Tribuo wraps;
 * Tribuo's trainer only knows the softmax, which grows a tree per class and round where a margin needs one.
 */
final class BoostedMargin {

    /**
     * How trees are grown.
     *
     * @param features that they may look at
     */
    record Plan(List<Feature> features, int rounds, int depth, double rate) {
        Plan {
            features = List.copyOf(features);
        }

        String description() {
            return rounds + " trees, depth " + depth + ", rate " + rate + ", " + features.size() + " features";
        }
    }

    /** A beat to learn from. */
    record Row(short[] features, boolean positive, double weight) {}

    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<Tree> trees;

    private BoostedMargin(List<Tree> trees) {
        this.trees = trees;
    }

    /** A tree with its real leaves. */
    private sealed interface Tree {
        double of(short[] features);
    }

    /** Goes left when the feature is at most the threshold, as the node does. */
    private record Split(int feature, int threshold, Tree left, Tree right) implements Tree {
        @Override
        public double of(short[] features) {
            return features[feature] <= threshold ? left.of(features) : right.of(features);
        }
    }

    private record Leaf(double value) implements Tree {
        @Override
        public double of(short[] features) {
            return value;
        }
    }

    static BoostedMargin train(Plan plan, List<Row> rows, long seed) {
        try {
            DMatrix data = matrix(plan, rows);
            Booster booster = XGBoost.train(data, parameters(plan, seed), plan.rounds(), new HashMap<>(), null, null);
            List<Tree> trees = new ArrayList<>();
            for (String dump : booster.getModelDump((String) null, false, "json")) {
                trees.add(tree(JSON.readTree(dump), plan.features()));
            }
            booster.dispose();
            data.dispose();
            return new BoostedMargin(trees);
        } catch (XGBoostError | JsonProcessingException impossible) {
            throw new IllegalStateException("XGBoost did not take beats of plain numbers", impossible);
        }
    }

    private static DMatrix matrix(Plan plan, List<Row> rows) throws XGBoostError {
        int width = plan.features().size();
        float[] values = new float[rows.size() * width];
        float[] labels = new float[rows.size()];
        float[] weights = new float[rows.size()];
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            for (int k = 0; k < width; k++) {
                values[i * width + k] = row.features()[plan.features().get(k).ordinal()];
            }
            labels[i] = row.positive() ? 1 : 0;
            weights[i] = (float) row.weight();
        }
        DMatrix data = new DMatrix(values, rows.size(), width, Float.NaN);
        data.setLabel(labels);
        data.setWeight(weights);
        return data;
    }

    /** One thread: the same rows give the same trees, and other work on the machine cannot make it spin. */
    private static Map<String, Object> parameters(Plan plan, long seed) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("objective", "binary:logistic");
        parameters.put("tree_method", "hist");
        parameters.put("eta", plan.rate());
        parameters.put("max_depth", plan.depth());
        parameters.put("subsample", 0.7);
        parameters.put("colsample_bytree", 0.6);
        parameters.put("min_child_weight", 5);
        parameters.put("lambda", 3);
        parameters.put("seed", seed);
        parameters.put("nthread", 1);
        parameters.put("verbosity", 0);
        return parameters;
    }

    /** XGBoost goes left when x < c; for integers that is x ≤ ⌈c⌉ − 1. */
    private static Tree tree(JsonNode node, List<Feature> features) {
        if (node.has("leaf")) {
            return new Leaf(node.get("leaf").asDouble());
        }
        int column = Integer.parseInt(node.get("split").asText().substring(1));
        int threshold = (int) Math.ceil(node.get("split_condition").asDouble()) - 1;
        Tree left = null;
        Tree right = null;
        for (JsonNode child : node.get("children")) {
            if (child.get("nodeid").asInt() == node.get("yes").asInt()) {
                left = tree(child, features);
            } else {
                right = tree(child, features);
            }
        }
        return new Split(
                features.get(column).ordinal(),
                Math.clamp(threshold, Short.MIN_VALUE, Short.MAX_VALUE),
                java.util.Objects.requireNonNull(left),
                java.util.Objects.requireNonNull(right));
    }

    /** The log odds, in floating point. */
    double margin(short[] features) {
        double sum = 0;
        for (Tree tree : trees) {
            sum += tree.of(features);
        }
        return sum;
    }

    /**
     * The trees for the node: a leaf adds to one of the forest's classes only.
     *
     * @param unitsPerNat leaves are rounded to whole units
     */
    List<TreeNode> quantized(int column, int columns, double unitsPerNat) {
        return trees.stream()
                .map(tree -> quantized(tree, column, columns, unitsPerNat))
                .toList();
    }

    private static TreeNode quantized(Tree tree, int column, int columns, double unitsPerNat) {
        return switch (tree) {
            case Split split ->
                new TreeNode.Split(
                        split.feature(),
                        split.threshold(),
                        quantized(split.left(), column, columns, unitsPerNat),
                        quantized(split.right(), column, columns, unitsPerNat));
            case Leaf leaf -> {
                int[] scores = new int[columns];
                Arrays.fill(scores, 0);
                scores[column] = Math.clamp(Math.round(leaf.value() * unitsPerNat), Byte.MIN_VALUE, Byte.MAX_VALUE);
                yield TreeNode.Leaf.of(scores);
            }
        };
    }
}
