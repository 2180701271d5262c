/**
 * Bearing faults from vibration: CWRU recordings run through the node's own feature recipe, the classes and thresholds of the decision, and
 * the rules without training that a model has to beat.
 */
package io.milliwatt.training.vibration;
