/**
 * The feature recipe in floating point: the same steps and parameters as the node's, without its roundings. It is what quantization is
 * measured against, and an independent check of the integer arithmetic.
 */
package io.milliwatt.training.recipe;
