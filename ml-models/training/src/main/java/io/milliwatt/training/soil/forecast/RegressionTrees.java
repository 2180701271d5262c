package io.milliwatt.training.soil.forecast;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.List;

/** The sum of grown trees over int16 inputs. */
final class RegressionTrees {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<Tree> trees;

    private RegressionTrees(List<Tree> trees) {
        this.trees = trees;
    }

    /** @param dumps a tree each, as XGBoost writes it in JSON; splits are by {@code f0}, {@code f1} … in the order of the inputs */
    static RegressionTrees parse(String[] dumps) {
        return new RegressionTrees(
                Arrays.stream(dumps).map(RegressionTrees::tree).toList());
    }

    private sealed interface Tree {}

    /** Left when the input is less than the threshold. */
    private record Split(int input, float threshold, Tree left, Tree right) implements Tree {}

    private record Leaf(double value) implements Tree {}

    double value(short[] inputs) {
        double sum = 0;
        for (Tree root : trees) {
            Tree at = root;
            while (at instanceof Split split) {
                at = inputs[split.input] < split.threshold ? split.left : split.right;
            }
            sum += ((Leaf) at).value;
        }
        return sum;
    }

    private static Tree tree(String dump) {
        try {
            return tree(JSON.readTree(dump));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("XGBoost wrote a tree that is no JSON", impossible);
        }
    }

    private static Tree tree(JsonNode node) {
        if (node.has("leaf")) {
            return new Leaf(node.get("leaf").asDouble());
        }
        return new Split(
                Integer.parseInt(node.get("split").asText().substring(1)),
                (float) node.get("split_condition").asDouble(),
                tree(child(node, "yes")),
                tree(child(node, "no")));
    }

    private static JsonNode child(JsonNode node, String side) {
        for (JsonNode child : node.get("children")) {
            if (child.get("nodeid").asInt() == node.get(side).asInt()) {
                return child;
            }
        }
        throw new IllegalStateException("XGBoost wrote a split without its " + side + " side");
    }
}
