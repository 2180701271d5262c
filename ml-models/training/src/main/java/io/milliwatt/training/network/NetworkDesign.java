package io.milliwatt.training.network;

import java.util.ArrayList;
import java.util.List;

/**
 * The shape of a network.
 *
 * @param length steps in time of an input; 1 for a plain vector
 * @param channels of an input
 * @param layers the last is dense: its outputs are the logits
 */
public record NetworkDesign(int length, int channels, List<LayerDesign> layers) {
    /** What enters a layer. */
    public record SignalShape(int length, int channels) {
        public int values() {
            return length * channels;
        }
    }

    public NetworkDesign {
        layers = List.copyOf(layers);
        if (layers.isEmpty() || !(layers.getLast() instanceof LayerDesign.Dense)) {
            throw new IllegalArgumentException("the last layer of a network is dense");
        }
    }

    /** A plain network of dense layers. */
    public static NetworkDesign dense(int inputs, int classes, int... hidden) {
        List<LayerDesign> layers = new ArrayList<>();
        for (int units : hidden) {
            layers.add(new LayerDesign.Dense(units));
        }
        layers.add(new LayerDesign.Dense(classes));
        return new NetworkDesign(1, inputs, layers);
    }

    public int inputs() {
        return length * channels;
    }

    public int classes() {
        return ((LayerDesign.Dense) layers.getLast()).outputs();
    }

    /** What enters each layer, and last what leaves the network. */
    public List<SignalShape> shapes() {
        List<SignalShape> shapes = new ArrayList<>();
        SignalShape shape = new SignalShape(length, channels);
        for (LayerDesign layer : layers) {
            shapes.add(shape);
            shape = switch (layer) {
                case LayerDesign.Dense dense -> new SignalShape(1, dense.outputs());
                case LayerDesign.Convolution convolution ->
                    new SignalShape(
                            (shape.length() - convolution.kernel()) / convolution.stride() + 1, convolution.outputs());
                case LayerDesign.MaxPooling pooling ->
                    new SignalShape(shape.length() / pooling.size(), shape.channels());
                case LayerDesign.GlobalAveragePooling mean -> new SignalShape(1, shape.channels());
            };
            if (shape.length() < 1) {
                throw new IllegalArgumentException("layer " + layer + " leaves nothing of a signal of "
                        + shapes.getLast().length() + " steps");
            }
        }
        shapes.add(shape);
        return List.copyOf(shapes);
    }

    /** Weights of one output of a layer. */
    int weightsPerOutput(int layer) {
        SignalShape in = shapes().get(layer);
        return switch (layers.get(layer)) {
            case LayerDesign.Dense dense -> in.values();
            case LayerDesign.Convolution convolution -> convolution.kernel() * in.channels();
            case LayerDesign.MaxPooling pooling -> 0;
            case LayerDesign.GlobalAveragePooling mean -> 0;
        };
    }
}
