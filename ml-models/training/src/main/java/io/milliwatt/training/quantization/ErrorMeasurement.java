package io.milliwatt.training.quantization;

import io.milliwatt.runtime.model.Model;
import io.milliwatt.runtime.model.network.Network;
import io.milliwatt.training.network.FloatNetwork;
import java.util.ArrayList;
import java.util.List;

/** Compares the integer network with the float one, tensor by tensor. */
final class ErrorMeasurement {

    private final FloatNetwork network;
    private final Network integers;
    private final List<TensorScale> scales;
    private final InputScaling scaling;
    private final double[] errorSquares;
    private final double[] valueSquares;
    private double largestLogitError;
    private double logitErrors;
    private double logitReach;
    private int sameClass;

    ErrorMeasurement(FloatNetwork network, Network integers, List<TensorScale> scales, InputScaling scaling) {
        this.network = network;
        this.integers = integers;
        this.scales = scales;
        this.scaling = scaling;
        this.errorSquares = new double[scales.size()];
        this.valueSquares = new double[scales.size()];
    }

    QuantizationReport over(short[][] examples) {
        for (short[] example : examples) {
            add(network.signals(scaling.apply(example)), integers.tensors(example));
        }
        List<QuantizationReport.LayerError> layers = new ArrayList<>();
        List<String> names = NetworkQuantizer.names(network);
        for (int tensor = 0; tensor < scales.size(); tensor++) {
            double relative = valueSquares[tensor] > 0 ? Math.sqrt(errorSquares[tensor] / valueSquares[tensor]) : 0;
            TensorScale scale = scales.get(tensor);
            layers.add(
                    new QuantizationReport.LayerError(names.get(tensor), scale.scale(), scale.zeroPoint(), relative));
        }
        return new QuantizationReport(
                layers,
                largestLogitError,
                logitErrors / examples.length / integers.classes(),
                logitReach,
                (double) sameClass / examples.length,
                integers.encodedLength(),
                integers.scratchBytes(),
                integers.operations());
    }

    private void add(List<double[]> real, List<short[]> quantized) {
        for (int tensor = 0; tensor < scales.size(); tensor++) {
            double[] values = real.get(tensor);
            for (int at = 0; at < values.length; at++) {
                double error = scales.get(tensor).real(quantized.get(tensor)[at]) - values[at];
                errorSquares[tensor] += error * error;
                valueSquares[tensor] += values[at] * values[at];
            }
        }
        double[] logits = real.getLast();
        short[] scores = quantized.getLast();
        for (int index = 0; index < logits.length; index++) {
            double error = Math.abs(scales.getLast().real(scores[index]) - logits[index]);
            largestLogitError = Math.max(largestLogitError, error);
            logitErrors += error;
            logitReach = Math.max(logitReach, Math.abs(logits[index]));
        }
        sameClass += winner(logits) == Model.winner(scores) ? 1 : 0;
    }

    private static int winner(double[] logits) {
        int winner = 0;
        for (int index = 1; index < logits.length; index++) {
            winner = logits[index] > logits[winner] ? index : winner;
        }
        return winner;
    }
}
