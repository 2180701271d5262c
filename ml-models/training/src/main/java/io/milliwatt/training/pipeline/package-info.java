/**
 * The way from examples to a released model, the same for every domain: cross-validate all candidates, compare them with rules that cost
 * nothing, quantize, refuse what loses too much, and export a bundle with its self-test vectors and its origin.
 */
package io.milliwatt.training.pipeline;
