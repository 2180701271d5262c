/**
 * Learners whose models a node can run: each trains in floating point with Tribuo and gives, besides the trained model, the same model in
 * the integers of a bundle.
 */
package io.milliwatt.training.learner;
