/**
 * How a node learns the baseline of its own machine: the rule that a bundle carries in section 6, the learning itself, bit by
 * bit as the firmware does it, and its state as bytes ({@code bundle.md}).
 */
package io.milliwatt.runtime.learning;
