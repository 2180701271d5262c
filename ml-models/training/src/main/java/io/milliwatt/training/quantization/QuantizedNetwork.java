package io.milliwatt.training.quantization;

import io.milliwatt.runtime.model.NetworkModel;
import io.milliwatt.runtime.model.ProbabilityScale;

/**
 * A network as a node runs it.
 *
 * @param scale its scores are logits in units of the last tensor's scale, so this turns them into probabilities
 */
public record QuantizedNetwork(NetworkModel model, ProbabilityScale scale, QuantizationReport report) {}
