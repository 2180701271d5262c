/**
 * The model kinds a node can run, in integer arithmetic: forest, linear and nearest centroid, with the map from recipe
 * values to inputs before them and the scale from scores to probabilities after them.
 */
package io.milliwatt.runtime.model;
