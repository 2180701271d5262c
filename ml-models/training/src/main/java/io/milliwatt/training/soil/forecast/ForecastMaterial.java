package io.milliwatt.training.soil.forecast;

import io.milliwatt.dsp.fixedpoint.soil.SoilFeature;
import java.util.List;

/**
 * Examples as the network takes them, each with its three kinds of rain.
 *
 * @param inputs by rain, then by example
 * @param targets by example and horizon, in the horizon's unit; 0 where not known
 * @param weights of errors by rain, example and horizon
 * @param known by rain, example and horizon: what came is known, and the rain was as told
 */
// Shared with the training that lasts as long; never compared.
@SuppressWarnings("ArrayRecordComponent")
record ForecastMaterial(float[][][] inputs, float[][] targets, float[][][] weights, boolean[][][] known) {

    static ForecastMaterial of(List<DepthSample> samples, ForecastScales scales) {
        int kinds = Rain.values().length;
        float[][][] inputs = new float[kinds][samples.size()][];
        float[][][] weights = new float[kinds][samples.size()][ForecastDesign.HORIZONS];
        boolean[][][] known = new boolean[kinds][samples.size()][ForecastDesign.HORIZONS];
        float[][] targets = new float[samples.size()][ForecastDesign.HORIZONS];
        for (int i = 0; i < samples.size(); i++) {
            DepthSample sample = samples.get(i);
            for (Rain rain : Rain.values()) {
                double[] scaled = scales.inputs().apply(sample.inputs(rain));
                float[] row = new float[SoilFeature.COUNT];
                for (int at = 0; at < row.length; at++) {
                    row[at] = (float) scaled[at];
                }
                inputs[rain.ordinal()][i] = row;
            }
            for (int horizon = 0; horizon < ForecastDesign.HORIZONS; horizon++) {
                boolean measured = sample.isKnown(horizon);
                targets[i][horizon] = measured ? (float) (sample.changes()[horizon] / scales.units()[horizon]) : 0;
                for (Rain rain : Rain.values()) {
                    known[rain.ordinal()][i][horizon] = measured && (rain != Rain.DRY || !sample.isWet(horizon));
                    weights[rain.ordinal()][i][horizon] = (float) (scales.weights()[sample.depth()][horizon]
                            * ForecastDesign.RAIN_WEIGHTS[rain.ordinal()][horizon]);
                }
            }
        }
        return new ForecastMaterial(inputs, targets, weights, known);
    }

    int size() {
        return targets.length;
    }
}
