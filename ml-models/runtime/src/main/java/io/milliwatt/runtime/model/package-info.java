/**
 * The model kinds a node can run, in integer arithmetic: forest, linear, nearest centroid and network, with the map from recipe
 * values to inputs before them and the scale from scores to probabilities after them.
 */
package io.milliwatt.runtime.model;
