package io.milliwatt.platform.storage;

import java.time.Instant;

/**
 * A capture whose blocks are all there.
 *
 * @param samples in the physical unit ({@code unit} as in the frame contract)
 */
public record Capture(
        long node, Instant capturedAt, double sampleRateHz, int unit, long qualityFlags, double[] samples) {}
