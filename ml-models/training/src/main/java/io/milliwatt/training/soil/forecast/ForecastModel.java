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
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A trained forecast: a network that four others have taught (Hinton, Vinyals, Dean, Distilling the knowledge in a neural network, 2015), and
 * its integers.
 *
 * @param teachers whose mean taught it; as large as itself each
 * @param multipliers from score to 0.01 %, with {@link #shift}
 */
record ForecastModel(
        FloatNetwork network,
        List<FloatNetwork> teachers,
        ForecastScales scales,
        QuantizedNetwork quantized,
        List<Integer> multipliers,
        int shift) {

    private static final int CALIBRATION = 12_000;
    private static final int MOST_SHIFT = 30;

    static ForecastModel train(List<DepthSample> samples, long seed) {
        ForecastScales scales = ForecastScales.of(samples);
        ForecastMaterial material = ForecastMaterial.of(samples, scales);
        List<FloatNetwork> teachers = new ArrayList<>();
        float[][][] outputs = new float[Rain.values().length][material.size()][ForecastDesign.HORIZONS];
        for (int teacher = 1; teacher <= ForecastDesign.TEACHERS; teacher++) {
            FloatNetwork trained = new RegressionTrainer(ForecastDesign.teachersPlan(material.size()))
                    .improve(
                            begin(seed + teacher),
                            new ForecastBatches(
                                    material, ForecastDesign.TEACHERS_NOISE, Optional.empty(), seed + teacher));
            material.addOutputs(trained, outputs);
            teachers.add(trained);
        }
        divide(outputs, ForecastDesign.TEACHERS);
        FloatNetwork pupil = new RegressionTrainer(ForecastDesign.pupilsPlan(material.size()))
                .improve(
                        begin(seed),
                        new ForecastBatches(material, ForecastDesign.PUPILS_NOISE, Optional.of(outputs), seed));
        return quantized(pupil, teachers, scales, samples);
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

    private static void divide(float[][][] values, int by) {
        for (float[][] rows : values) {
            for (float[] row : rows) {
                for (int i = 0; i < row.length; i++) {
                    row[i] /= by;
                }
            }
        }
    }

    private static ForecastModel quantized(
            FloatNetwork network, List<FloatNetwork> teachers, ForecastScales scales, List<DepthSample> samples) {
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
        return new ForecastModel(network, teachers, scales, quantized, multipliers, shift);
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

    /** Of the teachers' mean, 0.01 %. */
    double[] teachersChanges(short[] inputs) {
        double[] sum = new double[ForecastDesign.HORIZONS];
        for (FloatNetwork teacher : teachers) {
            double[] outputs = teacher.logits(scales.inputs().apply(inputs));
            for (int i = 0; i < sum.length; i++) {
                sum[i] += outputs[i] / teachers.size();
            }
        }
        return scaled(sum);
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
