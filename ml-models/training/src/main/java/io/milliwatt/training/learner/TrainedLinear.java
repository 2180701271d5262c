package io.milliwatt.training.learner;

import io.milliwatt.runtime.model.LinearModel;
import io.milliwatt.runtime.model.Model;

/** One weighted sum per class; a score is a log-probability up to a term common to all classes. */
public final class TrainedLinear implements TrainedClassifier {
    /** Score units per nat: int16 then spans ±128 nats in steps of 1/256. */
    private static final int UNITS_PER_NAT = 256;

    private final double[][] weights;
    private final double[] bias;

    /**
     * @param weights class by input, per input unit
     * @param bias per class
     */
    TrainedLinear(double[][] weights, double[] bias) {
        this.weights = weights;
        this.bias = bias;
    }

    @Override
    public double[] score(double[] inputs) {
        double[] scores = bias.clone();
        for (int label = 0; label < scores.length; label++) {
            for (int i = 0; i < inputs.length; i++) {
                scores[label] += weights[label][i] * inputs[i];
            }
        }
        return scores;
    }

    /** Two-byte weights with the largest right shift at which every weight fits int16 and every bias int32. */
    @Override
    public Model quantize() {
        int shift = 0;
        while (shift < 31 && fits(shift + 1)) {
            shift++;
        }
        double unit = Math.scalb((double) UNITS_PER_NAT, shift);
        short[][] rounded = new short[weights.length][weights[0].length];
        int[] roundedBias = new int[bias.length];
        for (int label = 0; label < weights.length; label++) {
            roundedBias[label] = (int) Math.round(bias[label] * unit);
            for (int i = 0; i < weights[label].length; i++) {
                rounded[label][i] = (short) Math.round(weights[label][i] * unit);
            }
        }
        return new LinearModel(2, shift, roundedBias, rounded);
    }

    private boolean fits(int shift) {
        double unit = Math.scalb((double) UNITS_PER_NAT, shift);
        for (int label = 0; label < weights.length; label++) {
            if (Math.abs(bias[label] * unit) > Integer.MAX_VALUE) {
                return false;
            }
            for (double weight : weights[label]) {
                if (Math.abs(weight * unit) > Short.MAX_VALUE) {
                    return false;
                }
            }
        }
        return true;
    }
}
