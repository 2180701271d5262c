package io.milliwatt.training.soil.forecast;

import io.milliwatt.dsp.fixedpoint.soil.SoilFeature;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/**
 * The forecast's teacher: boosted trees, far too large for a node (XGBoost; Chen, Guestrin, 2016). For each horizon some that know nothing of
 * the rain to come and some that are told it. Every depth's changes are divided by its own root mean square, so that trees serve all depths.
 *
 * @param past by horizon
 * @param told by horizon; no rain to come is rain that is told
 * @param units of what trees say, by depth and horizon, 0.01 %
 */
// Made once per training; never compared.
@SuppressWarnings("ArrayRecordComponent")
record ForecastTrees(List<RegressionTrees> past, List<RegressionTrees> told, double[][] units) {

    private static final int ROUNDS = 150;

    ForecastTrees {
        past = List.copyOf(past);
        told = List.copyOf(told);
    }

    static ForecastTrees train(List<DepthSample> samples, ForecastScales scales, long seed) {
        double[][] units = new double[ForecastErrors.DEPTHS][ForecastDesign.HORIZONS];
        for (int depth = 0; depth < units.length; depth++) {
            for (int horizon = 0; horizon < units[depth].length; horizon++) {
                units[depth][horizon] = scales.units()[horizon] / Math.sqrt(scales.weights()[depth][horizon]);
            }
        }
        List<RegressionTrees> past = new ArrayList<>();
        List<RegressionTrees> told = new ArrayList<>();
        for (int horizon = 0; horizon < ForecastDesign.HORIZONS; horizon++) {
            past.add(grow(samples, Rain.UNKNOWN, horizon, units, seed));
            told.add(grow(samples, Rain.KNOWN, horizon, units, seed));
        }
        return new ForecastTrees(past, told, units);
    }

    /** 0.01 %. */
    double[] changes(DepthSample sample, Rain rain) {
        short[] inputs = sample.inputs(rain);
        double[] changes = new double[ForecastDesign.HORIZONS];
        for (int horizon = 0; horizon < changes.length; horizon++) {
            RegressionTrees trees = (rain == Rain.UNKNOWN ? past : told).get(horizon);
            changes[horizon] = trees.value(inputs) * units[sample.depth()][horizon];
        }
        return changes;
    }

    private static RegressionTrees grow(
            List<DepthSample> samples, Rain rain, int horizon, double[][] units, long seed) {
        List<DepthSample> known =
                samples.stream().filter(each -> each.isKnown(horizon)).toList();
        float[] inputs = new float[known.size() * SoilFeature.COUNT];
        float[] targets = new float[known.size()];
        float[] weights = new float[known.size()];
        for (int i = 0; i < targets.length; i++) {
            DepthSample sample = known.get(i);
            short[] row = sample.inputs(rain);
            for (int at = 0; at < row.length; at++) {
                inputs[i * SoilFeature.COUNT + at] = row[at];
            }
            targets[i] = (float) (sample.changes()[horizon] / units[sample.depth()][horizon]);
            boolean dry = rain == Rain.KNOWN && !sample.isWet(horizon);
            weights[i] = dry ? (float) ForecastDesign.DRY_WEIGHTS[horizon] : 1;
        }
        try {
            DMatrix data = new DMatrix(inputs, targets.length, SoilFeature.COUNT, Float.NaN);
            data.setLabel(targets);
            data.setWeight(weights);
            Booster booster = XGBoost.train(data, parameters(seed), ROUNDS, new HashMap<>(), null, null);
            RegressionTrees trees = RegressionTrees.parse(booster.getModelDump((String) null, false, "json"));
            booster.dispose();
            data.dispose();
            return trees;
        } catch (XGBoostError impossible) {
            throw new IllegalStateException("XGBoost did not take days of plain numbers", impossible);
        }
    }

    /** One thread: the same rows give the same trees. */
    private static Map<String, Object> parameters(long seed) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("objective", "reg:squarederror");
        parameters.put("base_score", 0.0);
        parameters.put("tree_method", "hist");
        parameters.put("eta", 0.06);
        parameters.put("max_depth", 6);
        parameters.put("subsample", 0.6);
        parameters.put("colsample_bytree", 0.5);
        parameters.put("min_child_weight", 60);
        parameters.put("lambda", 5);
        parameters.put("seed", seed);
        parameters.put("nthread", 1);
        parameters.put("verbosity", 0);
        return parameters;
    }
}
