/**
 * Honest evaluation: cross-validation by physical unit of the quantized model and, beside it, of its floating-point parent; figures
 * per class, per recording and per unit, with intervals over units, baselines that cost nothing, and the leaky figure marked as such.
 */
package io.milliwatt.training.evaluation;
