/**
 * From a quantized model to the bundle that a node takes: its tables, the recipe, labels, decision and self-test vectors.
 */
package io.milliwatt.training.export;
