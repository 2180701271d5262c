package io.milliwatt.training.quantization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milliwatt.runtime.model.Model;
import io.milliwatt.training.network.FloatNetwork;
import io.milliwatt.training.network.LayerDesign;
import io.milliwatt.training.network.LayerWeights;
import io.milliwatt.training.network.NetworkDesign;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Networks of random weights, on inputs of very different ranges. */
class NetworkQuantizerTest {

    private static final int EXAMPLES = 400;

    private static short[][] examples(int inputs, Random random) {
        short[][] examples = new short[EXAMPLES][inputs];
        for (short[] example : examples) {
            for (int input = 0; input < inputs; input++) {
                example[input] = (short) Math.clamp(
                        Math.round(1000 * (input % 5) + random.nextGaussian() * (20 + 900 * (input % 3))),
                        -32768,
                        32767);
            }
        }
        return examples;
    }

    private static FloatNetwork withBiases(FloatNetwork network, Random random) {
        List<LayerWeights> weights = new ArrayList<>();
        for (LayerWeights layer : network.weights()) {
            float[] bias = new float[layer.outputs()];
            for (int index = 0; index < bias.length; index++) {
                bias[index] = (float) random.nextGaussian();
            }
            weights.add(new LayerWeights(layer.kernel(), bias));
        }
        return new FloatNetwork(network.design(), weights);
    }

    /** The bounds are about twice what was found; a wrong scale or a forgotten zero point exceeds them by far. */
    @ParameterizedTest
    @CsvSource({"EIGHT_BITS, 0.05, 0.93", "FOUR_BIT_WEIGHTS, 0.35, 0.6", "SIXTEEN_BIT_ACTIVATIONS, 0.02, 0.95"})
    void aDenseNetworkKeepsItsAnswers(Precision precision, double relativeError, double sameClass) {
        Random random = new Random(7);
        FloatNetwork network = withBiases(FloatNetwork.random(NetworkDesign.dense(16, 5, 32, 16), 11), random);
        short[][] examples = examples(16, random);
        QuantizedNetwork quantized =
                new NetworkQuantizer(precision).quantize(network, InputScaling.standardized(examples), examples);
        QuantizationReport report = quantized.report();
        assertThat(report.layers()).hasSize(4);
        assertThat(report.layers().getLast().relativeError()).isBetween(1e-6, relativeError);
        assertThat(report.sameClass()).isGreaterThan(sameClass);
        assertThat(report.operations()).isEqualTo(16 * 32 + 32 * 16 + 16 * 5);
    }

    @Test
    void fourBitWeightsHalveTheWeights() {
        Random random = new Random(8);
        FloatNetwork network = FloatNetwork.random(NetworkDesign.dense(64, 5, 32, 16), 12);
        short[][] examples = examples(64, random);
        InputScaling scaling = InputScaling.uniform(0.001, 0);
        int eight = new NetworkQuantizer(Precision.EIGHT_BITS)
                .quantize(network, scaling, examples)
                .report()
                .encodedBytes();
        int four = new NetworkQuantizer(Precision.FOUR_BIT_WEIGHTS)
                .quantize(network, scaling, examples)
                .report()
                .encodedBytes();
        assertThat(eight - four).isEqualTo((64 * 32 + 32 * 16 + 16 * 5) / 2);
    }

    @ParameterizedTest
    @EnumSource(names = {"EIGHT_BITS", "FOUR_BIT_WEIGHTS"})
    void aConvolutionNetworkKeepsItsAnswers(Precision precision) {
        Random random = new Random(9);
        NetworkDesign design = new NetworkDesign(
                32,
                4,
                List.of(
                        new LayerDesign.Convolution(8, 5, 1),
                        new LayerDesign.MaxPooling(2),
                        new LayerDesign.Convolution(12, 3, 2),
                        new LayerDesign.GlobalAveragePooling(),
                        new LayerDesign.Dense(4)));
        FloatNetwork network = withBiases(FloatNetwork.random(design, 13), random);
        short[][] examples = examples(128, random);
        QuantizationReport report = new NetworkQuantizer(precision)
                .quantize(network, InputScaling.standardized(examples), examples)
                .report();
        double bound = precision == Precision.EIGHT_BITS ? 0.05 : 0.3;
        assertThat(report.layers().getLast().relativeError()).isLessThan(bound);
        assertThat(report.meanLogitError()).isLessThan(bound * report.logitReach());
    }

    @Test
    void probabilitiesOfTheNodeAreThoseOfTheFloatNetwork() {
        Random random = new Random(10);
        FloatNetwork network = FloatNetwork.random(NetworkDesign.dense(8, 3, 16), 14);
        short[][] examples = examples(8, random);
        InputScaling scaling = InputScaling.standardized(examples);
        QuantizedNetwork quantized = new NetworkQuantizer(Precision.EIGHT_BITS).quantize(network, scaling, examples);
        double difference = 0;
        for (short[] example : examples) {
            double[] logits = network.logits(scaling.apply(example));
            short[] scores = quantized.model().score(example);
            int winner = Model.winner(scores);
            double sum = 0;
            for (double logit : logits) {
                sum += Math.exp(logit - logits[winner]);
            }
            difference += Math.abs(quantized.scale().probabilities(scores)[winner] / 255.0 - 1 / sum);
        }
        assertThat(difference / EXAMPLES).isLessThan(0.02);
    }

    @Test
    void aChannelOfZerosGivesItsBias() {
        NetworkDesign design = NetworkDesign.dense(2, 2);
        FloatNetwork network =
                new FloatNetwork(design, List.of(new LayerWeights(new float[] {0, 0, 1, 1}, new float[] {3, 0})));
        short[][] examples = {{100, 200}, {0, 0}, {300, -100}};
        QuantizedNetwork quantized =
                new NetworkQuantizer(Precision.EIGHT_BITS).quantize(network, InputScaling.uniform(0.01, 0), examples);
        assertThat(quantized.report().largestLogitError()).isLessThan(0.03);
    }

    @Test
    void sixteenBitActivationsAreRefusedForConvolutions() {
        NetworkDesign design =
                new NetworkDesign(8, 1, List.of(new LayerDesign.Convolution(2, 3, 1), new LayerDesign.Dense(2)));
        NetworkQuantizer quantizer = new NetworkQuantizer(Precision.SIXTEEN_BIT_ACTIVATIONS);
        assertThatThrownBy(() ->
                        quantizer.quantize(FloatNetwork.random(design, 1), InputScaling.uniform(1, 0), new short[1][8]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("dense layers only");
    }
}
