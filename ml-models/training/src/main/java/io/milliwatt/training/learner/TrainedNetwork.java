package io.milliwatt.training.learner;

import io.milliwatt.runtime.model.Model;
import io.milliwatt.training.network.FloatNetwork;
import io.milliwatt.training.quantization.InputScaling;
import io.milliwatt.training.quantization.NetworkQuantizer;
import io.milliwatt.training.quantization.Precision;
import java.util.stream.IntStream;

/** A network on standardised inputs; scores are its logits. */
public final class TrainedNetwork implements TrainedClassifier {
    private final FloatNetwork network;
    private final Standardisation standardisation;
    private final double[][] calibration;
    private final Precision precision;

    /** @param calibration inputs as they came, the training windows' */
    TrainedNetwork(FloatNetwork network, Standardisation standardisation, double[][] calibration, Precision precision) {
        this.network = network;
        this.standardisation = standardisation;
        this.calibration = calibration;
        this.precision = precision;
    }

    public FloatNetwork network() {
        return network;
    }

    @Override
    public double[] score(double[] inputs) {
        double[] standardised = new double[inputs.length];
        for (int i = 0; i < inputs.length; i++) {
            standardised[i] = (inputs[i] - standardisation.mean(i)) / standardisation.deviation(i);
        }
        return network.logits(standardised);
    }

    @Override
    public Model quantize() {
        int inputs = standardisation.inputs();
        InputScaling scaling = InputScaling.standardized(
                IntStream.range(0, inputs).mapToDouble(standardisation::mean).toArray(),
                IntStream.range(0, inputs)
                        .mapToDouble(standardisation::deviation)
                        .toArray());
        short[][] examples = new short[calibration.length][inputs];
        for (int row = 0; row < examples.length; row++) {
            for (int i = 0; i < inputs; i++) {
                examples[row][i] =
                        (short) Math.clamp(Math.round(calibration[row][i]), Short.MIN_VALUE, Short.MAX_VALUE);
            }
        }
        return new NetworkQuantizer(precision)
                .quantize(network, scaling, examples)
                .model();
    }
}
