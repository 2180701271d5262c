package io.milliwatt.training.soil.contest;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/** How far a plot has dried from its peak, by boosted trees over what is known of the event and the time. */
final class DryingTrees implements AutoCloseable {
    private static final int ROUNDS = 60;
    private final Booster booster;

    private DryingTrees(Booster booster) {
        this.booster = booster;
    }

    static DryingTrees fit(List<DryingExample> examples, double memoryDays) {
        try {
            DMatrix data = matrix(examples);
            float[] targets = new float[examples.size()];
            float[] weights = new float[examples.size()];
            for (int i = 0; i < targets.length; i++) {
                DryingExample example = examples.get(i);
                targets[i] = (float) (example.humidity() - example.peak());
                weights[i] = (float) Math.exp(-example.age() / memoryDays);
            }
            data.setLabel(targets);
            data.setWeight(weights);
            Map<String, Object> parameters = new HashMap<>();
            parameters.put("objective", "reg:squarederror");
            parameters.put("tree_method", "hist");
            parameters.put("eta", 0.1);
            parameters.put("max_depth", 4);
            parameters.put("subsample", 0.7);
            parameters.put("colsample_bytree", 0.7);
            parameters.put("min_child_weight", 5);
            parameters.put("lambda", 5);
            parameters.put("seed", 1);
            parameters.put("nthread", 1);
            parameters.put("verbosity", 0);
            DryingTrees trees = new DryingTrees(XGBoost.train(data, parameters, ROUNDS, new HashMap<>(), null, null));
            data.dispose();
            return trees;
        } catch (XGBoostError impossible) {
            throw new IllegalStateException("XGBoost did not take plain numbers", impossible);
        }
    }

    double[] humidity(List<DryingExample> examples) {
        try {
            DMatrix data = matrix(examples);
            float[][] told = booster.predict(data);
            data.dispose();
            double[] humidity = new double[examples.size()];
            for (int i = 0; i < humidity.length; i++) {
                humidity[i] = examples.get(i).peak() + Math.min(0, told[i][0]);
            }
            return humidity;
        } catch (XGBoostError impossible) {
            throw new IllegalStateException("XGBoost did not take plain numbers", impossible);
        }
    }

    @Override
    public void close() {
        booster.dispose();
    }

    private static DMatrix matrix(List<DryingExample> examples) throws XGBoostError {
        int width = examples.getFirst().features().length;
        float[] values = new float[examples.size() * width];
        for (int i = 0; i < examples.size(); i++) {
            System.arraycopy(examples.get(i).features(), 0, values, i * width, width);
        }
        return new DMatrix(values, examples.size(), width, Float.NaN);
    }
}
