/**
 * Decision trees as training works on them: in floating point, with class shares in their leaves, and what makes them smaller without
 * training anew: cost-complexity pruning and shared thresholds.
 */
package io.milliwatt.training.tree;
