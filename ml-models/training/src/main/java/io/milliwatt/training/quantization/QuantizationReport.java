package io.milliwatt.training.quantization;

import java.util.List;

/**
 * What quantization cost, over the calibration examples.
 *
 * @param layers in order; the first is the quantized input
 * @param largestLogitError the largest difference between a float logit and the integer network's
 * @param meanLogitError the mean of those differences' absolute values
 * @param logitReach the largest absolute float logit, to compare with
 * @param sameClass share of examples, 0 … 1, whose winning class is the same
 * @param encodedBytes of the network in a bundle
 * @param scratchBytes of a node's memory for the tensors
 * @param operations multiply-accumulates of one inference
 */
public record QuantizationReport(
        List<LayerError> layers,
        double largestLogitError,
        double meanLogitError,
        double logitReach,
        double sameClass,
        int encodedBytes,
        int scratchBytes,
        long operations) {

    /**
     * One tensor.
     *
     * @param scale real value of one unit
     * @param zeroPoint the integer of 0
     * @param relativeError root mean square of the error over that of the values; 0 when those are all 0
     */
    public record LayerError(String name, double scale, int zeroPoint, double relativeError) {}

    public QuantizationReport {
        layers = List.copyOf(layers);
    }
}
