package io.milliwatt.training.quantization;

import io.milliwatt.runtime.model.NetworkModel;
import io.milliwatt.runtime.model.ProbabilityScale;
import io.milliwatt.runtime.model.network.AveragePool;
import io.milliwatt.runtime.model.network.Convolution;
import io.milliwatt.runtime.model.network.Dense;
import io.milliwatt.runtime.model.network.InputQuantization;
import io.milliwatt.runtime.model.network.MaximumPool;
import io.milliwatt.runtime.model.network.Network;
import io.milliwatt.runtime.model.network.Operator;
import io.milliwatt.runtime.model.network.Pooling;
import io.milliwatt.runtime.model.network.Sliding;
import io.milliwatt.runtime.model.network.SparseDense;
import io.milliwatt.runtime.model.network.TensorShape;
import io.milliwatt.runtime.model.network.WeightedSums;
import io.milliwatt.runtime.model.network.WideDense;
import io.milliwatt.training.network.FloatNetwork;
import io.milliwatt.training.network.LayerDesign;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Quantizes a trained network. Activations get the scale that holds what the calibration examples make of them, so those should show every
 * class and the extremes of ordinary running.
 *
 * <pre>{@code
 * QuantizedNetwork quantized = new NetworkQuantizer(Precision.EIGHT_BITS).quantize(trained, scaling, calibration);
 * }</pre>
 *
 * <p>The scheme is that of Jacob, Kligys et al., Quantization and training of neural networks for efficient integer-arithmetic-only
 * inference, 2018, with a scale per output channel.
 */
public final class NetworkQuantizer {

    /** How many times smaller a layer must be in sparse form to take it. */
    private static final double SPARSE_FROM = 1.5;

    private final Precision precision;

    public NetworkQuantizer(Precision precision) {
        this.precision = precision;
    }

    /**
     * @param scaling what the float network was trained on, of the model's int16 inputs
     * @param calibration model inputs, at least one
     * @throws IllegalArgumentException if the network is larger than a node's format holds, or has other layers than dense ones where
     *     activations have 16 bits; the message says what to do
     */
    public QuantizedNetwork quantize(FloatNetwork network, InputScaling scaling, short[][] calibration) {
        if (calibration.length == 0) {
            throw new IllegalArgumentException("Quantization needs at least one calibration example.");
        }
        for (LayerDesign layer : network.design().layers()) {
            if (precision.wide() && !(layer instanceof LayerDesign.Dense)) {
                throw new IllegalArgumentException("Activations of 16 bits are for dense layers only, not for " + layer
                        + "; quantize this network to 8 bits.");
            }
        }
        List<TensorScale> scales = scales(network, scaling, calibration);
        TensorShape input =
                new TensorShape(network.design().length(), network.design().channels());
        Network integers = new Network(
                input,
                precision.wide(),
                inputQuantization(scaling, scales.getFirst()),
                operators(network, scales, input));
        ProbabilityScale probabilities =
                ProbabilityScale.ofScoreUnitsPerNat(1 / scales.getLast().scale());
        return new QuantizedNetwork(
                new NetworkModel(integers),
                probabilities,
                new ErrorMeasurement(network, integers, scales, scaling).over(calibration));
    }

    private static InputQuantization inputQuantization(InputScaling scaling, TensorScale first) {
        List<InputQuantization.Entry> entries = scaling.lines().stream()
                .map(line -> InputQuantization.Entry.nearest(
                        line.gain() / first.scale(), line.offset() / first.scale() + first.zeroPoint()))
                .toList();
        return new InputQuantization(entries.size() > 1, entries);
    }

    /** The scale of what enters each layer, and last of the logits. Pools keep theirs. */
    private List<TensorScale> scales(FloatNetwork network, InputScaling scaling, short[][] calibration) {
        int tensors = network.weights().size() + 1;
        double[] smallest = new double[tensors];
        double[] largest = new double[tensors];
        for (short[] example : calibration) {
            List<double[]> signals = network.signals(scaling.apply(example));
            for (int tensor = 0; tensor < tensors; tensor++) {
                double[] signal = signals.get(tensor);
                smallest[tensor] =
                        Math.min(smallest[tensor], Arrays.stream(signal).min().orElseThrow());
                largest[tensor] =
                        Math.max(largest[tensor], Arrays.stream(signal).max().orElseThrow());
            }
        }
        List<TensorScale> scales = new ArrayList<>();
        for (int tensor = 0; tensor < tensors; tensor++) {
            boolean pooled = tensor > 0 && !(network.design().layers().get(tensor - 1) instanceof LayerDesign.Weighted);
            scales.add(
                    pooled
                            ? scales.getLast()
                            : TensorScale.holding(smallest[tensor], largest[tensor], precision.wide()));
        }
        return scales;
    }

    private List<Operator> operators(FloatNetwork network, List<TensorScale> scales, TensorShape input) {
        int layers = network.weights().size();
        List<Operator> operators = new ArrayList<>();
        TensorShape shape = input;
        for (int layer = 0; layer < layers; layer++) {
            Operator operator = operator(network, layer, scales, shape);
            operators.add(operator);
            shape = operator.output(shape);
        }
        return operators;
    }

    private Operator operator(FloatNetwork network, int layer, List<TensorScale> scales, TensorShape shape) {
        return switch (network.design().layers().get(layer)) {
            case LayerDesign.Dense dense ->
                precision.wide()
                        ? new WideDense(sums(network, layer, scales))
                        : denseOrSparse(sums(network, layer, scales));
            case LayerDesign.Convolution convolution ->
                new Convolution(
                        sums(network, layer, scales), Sliding.valid(convolution.kernel(), convolution.stride()));
            case LayerDesign.MaxPooling pooling -> new MaximumPool(Pooling.of(pooling.size(), pooling.size()));
            case LayerDesign.GlobalAveragePooling mean -> new AveragePool(Pooling.of(shape.steps(), 1));
        };
    }

    /** Walking bits costs a node several times the work per weight, so few weights must remain to be worth it. */
    private static Operator denseOrSparse(WeightedSums sums) {
        Dense dense = new Dense(sums);
        if (sums.hasFourBits()) {
            return dense;
        }
        SparseDense sparse = new SparseDense(sums);
        return SPARSE_FROM * sparse.encodedLength() <= dense.encodedLength() ? sparse : dense;
    }

    private WeightedSums sums(FloatNetwork network, int layer, List<TensorScale> scales) {
        boolean last = layer == network.weights().size() - 1;
        return new LayerQuantizer(precision)
                .quantize(network.weights().get(layer), scales.get(layer), scales.get(layer + 1), !last);
    }

    /** Names of the tensors for a report. */
    static List<String> names(FloatNetwork network) {
        List<String> names = new ArrayList<>(List.of("input"));
        IntStream.range(0, network.weights().size())
                .mapToObj(layer -> network.design().layers().get(layer).toString())
                .forEach(names::add);
        return names;
    }
}
