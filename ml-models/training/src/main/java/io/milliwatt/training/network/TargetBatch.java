package io.milliwatt.training.network;

/**
 * Examples of one step, one after the other.
 *
 * @param inputs as the network takes them
 * @param targets what each output should be
 * @param weights how much each target counts, 0 for one that is not known; empty where the loss weighs nothing
 */
// Made for one step and read once; never compared.
@SuppressWarnings("ArrayRecordComponent")
public record TargetBatch(float[] inputs, float[] targets, float[] weights) {}
