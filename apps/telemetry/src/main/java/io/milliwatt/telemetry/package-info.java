/**
 * What nodes and servers say to each other, as immutable types: one {@link io.milliwatt.telemetry.Frame} with one body
 * of the sealed family {@link io.milliwatt.telemetry.FrameBody}. The normative text is {@code frame.md} in the
 * firmware's contract folder; these types hold the same fields under spelt-out names, with the units of that text.
 */
package io.milliwatt.telemetry;
