/**
 * Feature recipes as data: what is computed from a window of samples, read from the same bytes as the node reads, and the
 * interpreter that gives the node's feature vectors bit by bit. {@code device-firmware/contract/recipe.md} is normative.
 */
package io.milliwatt.dsp.fixedpoint.recipe;
