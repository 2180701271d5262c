/**
 * From a network of real weights and calibration inputs to the integer network a node runs: TFLite's scheme of symmetric weights per output
 * channel and asymmetric int8 activations, with what that costs.
 */
package io.milliwatt.training.quantization;
