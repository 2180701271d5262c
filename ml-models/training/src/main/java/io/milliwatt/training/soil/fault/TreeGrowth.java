package io.milliwatt.training.soil.fault;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/** Grows boosted trees by XGBoost and writes them in the detector's own text. */
final class TreeGrowth {
    private static final ObjectMapper JSON = new ObjectMapper();

    private TreeGrowth() {}

    /** @param weight counts a row for more or less than one */
    record Row(float[] features, boolean faulty, float weight) {}

    /** How many trees of which depth. */
    record Plan(int rounds, int depth, double rate) {}

    /** The text of {@link io.milliwatt.dsp.soil.fault.BoostedTrees}, ending with an empty line. */
    static String grow(List<Row> rows, Plan plan, long seed) {
        try {
            DMatrix data = matrix(rows);
            Booster booster = XGBoost.train(data, parameters(plan, seed), plan.rounds(), new HashMap<>(), null, null);
            StringBuilder text = new StringBuilder("margin 0\n");
            for (String dump : booster.getModelDump((String) null, false, "json")) {
                List<String> nodes = new ArrayList<>();
                write(JSON.readTree(dump), nodes);
                text.append(String.join(" ", nodes)).append('\n');
            }
            booster.dispose();
            data.dispose();
            return text.append('\n').toString();
        } catch (XGBoostError | JsonProcessingException impossible) {
            throw new IllegalStateException("XGBoost did not take days of plain numbers", impossible);
        }
    }

    private static DMatrix matrix(List<Row> rows) throws XGBoostError {
        int width = rows.getFirst().features().length;
        float[] values = new float[rows.size() * width];
        float[] labels = new float[rows.size()];
        float[] weights = new float[rows.size()];
        for (int i = 0; i < rows.size(); i++) {
            System.arraycopy(rows.get(i).features(), 0, values, i * width, width);
            labels[i] = rows.get(i).faulty() ? 1 : 0;
            weights[i] = rows.get(i).weight();
        }
        DMatrix data = new DMatrix(values, rows.size(), width, Float.NaN);
        data.setLabel(labels);
        data.setWeight(weights);
        return data;
    }

    private static Map<String, Object> parameters(Plan plan, long seed) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("objective", "binary:logistic");
        parameters.put("base_score", 0.5);
        parameters.put("tree_method", "hist");
        parameters.put("eta", plan.rate());
        parameters.put("max_depth", plan.depth());
        parameters.put("subsample", 0.8);
        parameters.put("colsample_bytree", 0.6);
        parameters.put("min_child_weight", 8);
        parameters.put("lambda", 4);
        parameters.put("seed", seed);
        parameters.put("nthread", 1);
        parameters.put("verbosity", 0);
        return parameters;
    }

    /** Writes a node and what hangs from it; children follow their parent. */
    private static int write(JsonNode node, List<String> nodes) {
        int place = nodes.size();
        if (node.has("leaf")) {
            nodes.add(String.format(Locale.ROOT, "%.4f", node.get("leaf").asDouble()));
            return place;
        }
        nodes.add("");
        Map<Integer, Integer> places = new HashMap<>();
        for (JsonNode child : node.get("children")) {
            places.put(child.get("nodeid").asInt(), write(child, nodes));
        }
        nodes.set(
                place,
                node.get("split").asText().substring(1)
                        + "<"
                        + (float) node.get("split_condition").asDouble()
                        + ":"
                        + places.get(node.get("yes").asInt())
                        + ","
                        + places.get(node.get("no").asInt())
                        + ","
                        + places.get(node.get("missing").asInt()));
        return place;
    }
}
