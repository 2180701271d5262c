/**
 * The domains that models are trained for. Each prepares its examples, candidates and decision; everything after that is the
 * pipeline's.
 */
package io.milliwatt.training.domain;
