package io.milliwatt.ecg.signal;

import java.time.Instant;

/**
 * Samples without a gap.
 *
 * @param startsAt the first sample
 * @param boot of the node
 * @param firstSample its number among the channel's samples since the node's boot
 * @param qualityFlags of all its blocks together
 * @param late some of it reached the server late
 * @param counts the samples
 */
public record Segment(Instant startsAt, long boot, long firstSample, long qualityFlags, boolean late, short[] counts) {}
