package io.milliwatt.training.soil.forecast;

import io.milliwatt.dsp.fixedpoint.soil.SoilFeature;
import io.milliwatt.runtime.decision.SoilRule;
import io.milliwatt.training.network.FloatNetwork;
import io.milliwatt.training.network.RegressionTrainer;
import io.milliwatt.training.quantization.NetworkQuantizer;
import io.milliwatt.training.quantization.Precision;
import io.milliwatt.training.quantization.QuantizedNetwork;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A trained forecast: a network that trees have taught (Hinton, Vinyals, Dean, Distilling the knowledge in a neural network, 2015), and its
 * integers.
 *
 * @param teacher boosted trees
 * @param multipliers from score to 0.01 %, with {@link #shift}
 */
record ForecastModel(
        FloatNetwork network,
        ForecastTrees teacher,
        ForecastScales scales,
        QuantizedNetwork quantized,
        List<Integer> multipliers,
        int shift) {

    private static final int CALIBRATION = 12_000;
    private static final int MOST_SHIFT = 30;

    static ForecastModel train(List<DepthSample> samples, long seed) {
        ForecastScales scales = ForecastScales.of(samples);
        ForecastMaterial material = ForecastMaterial.of(samples, scales);
        ForecastTrees teacher = ForecastTrees.train(samples, scales, seed);
        FloatNetwork pupil = new RegressionTrainer(ForecastDesign.plan(material.size()))
                .improve(begin(seed), new ForecastBatches(material, outputs(teacher, samples, scales), seed));
        return quantized(pupil, teacher, scales, samples);
    }

    /** The last layer begins near zero: at first a forecast is persistence. */
    private static FloatNetwork begin(long seed) {
        FloatNetwork random = FloatNetwork.random(ForecastDesign.network(), seed);
        float[] last = random.weights().getLast().kernel();
        for (int i = 0; i < last.length; i++) {
            last[i] *= 0.1f;
        }
        return random;
    }

    /** What the teacher says by rain, example and horizon, in the horizon's unit. */
    private static float[][][] outputs(ForecastTrees teacher, List<DepthSample> samples, ForecastScales scales) {
        float[][][] outputs = new float[Rain.values().length][samples.size()][ForecastDesign.HORIZONS];
        for (Rain rain : Rain.values()) {
            for (int i = 0; i < samples.size(); i++) {
                double[] changes = teacher.changes(samples.get(i), rain);
                for (int horizon = 0; horizon < changes.length; horizon++) {
                    outputs[rain.ordinal()][i][horizon] = (float) (changes[horizon] / scales.units()[horizon]);
                }
            }
        }
        return outputs;
    }

    private static ForecastModel quantized(
            FloatNetwork network, ForecastTrees teacher, ForecastScales scales, List<DepthSample> samples) {
        short[][] some = calibration(samples);
        QuantizedNetwork quantized =
                new NetworkQuantizer(Precision.SIXTEEN_BIT_ACTIVATIONS).quantize(network, scales.inputs(), some);
        double score = quantized.report().layers().getLast().scale();
        int shift = 1;
        double largest = 0;
        for (double unit : scales.units()) {
            largest = Math.max(largest, unit * score);
        }
        while (shift < MOST_SHIFT && largest * Math.pow(2, shift + 1) < Short.MAX_VALUE) {
            shift++;
        }
        List<Integer> multipliers = new ArrayList<>();
        for (double unit : scales.units()) {
            multipliers.add((int) Math.max(1, Math.round(unit * score * Math.pow(2, shift))));
        }
        return new ForecastModel(network, teacher, scales, quantized, multipliers, shift);
    }

    /** Every so-manyth example, and those with the smallest and the largest value of each input, so that no tensor is cut on a wet day. */
    private static short[][] calibration(List<DepthSample> samples) {
        List<short[]> all = Stream.of(Rain.values())
                .flatMap(rain -> samples.stream().map(each -> each.inputs(rain)))
                .toList();
        List<short[]> chosen = new ArrayList<>();
        int stride = Math.max(1, all.size() / CALIBRATION);
        for (int i = 0; i < all.size(); i += stride) {
            chosen.add(all.get(i));
        }
        for (int input = 0; input < SoilFeature.COUNT; input++) {
            int at = input;
            Comparator<short[]> byValue = Comparator.comparingInt(each -> each[at]);
            chosen.add(all.stream().min(byValue).orElseThrow());
            chosen.add(all.stream().max(byValue).orElseThrow());
        }
        return chosen.toArray(short[][]::new);
    }

    /** Of the float network, 0.01 %. */
    double[] realChanges(short[] inputs) {
        return scaled(network.logits(scales.inputs().apply(inputs)));
    }

    private double[] scaled(double[] outputs) {
        double[] changes = new double[outputs.length];
        for (int i = 0; i < changes.length; i++) {
            changes[i] = outputs[i] * scales.units()[i];
        }
        return changes;
    }

    /** Draws the rule's own numbers around the multipliers; spreads as measured. */
    SoilRule rule(List<SoilRule.Spread> spreads) {
        return ForecastRule.of(multipliers, shift, spreads);
    }
}
