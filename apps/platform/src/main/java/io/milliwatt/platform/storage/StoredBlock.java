package io.milliwatt.platform.storage;

import io.milliwatt.telemetry.FrameIdentity;
import java.time.Duration;
import java.time.Instant;

/**
 * At most a second of signal of one channel.
 *
 * @param unitsPerCount physical unit ({@code unit} as in the frame contract) per count
 * @param blocksInCapture 0 for a part of a signal that is streamed without an end
 * @param late it reached the server late
 * @param counts the samples
 */
public record StoredBlock(
        FrameIdentity identity,
        long channel,
        Instant startsAt,
        long captureId,
        int blockIndex,
        int blocksInCapture,
        double sampleRateHz,
        int unit,
        double unitsPerCount,
        long qualityFlags,
        boolean late,
        short[] counts) {

    public StoredBlock {
        if (!(sampleRateHz > 0) || sampleRateHz > 1e6) {
            throw new IllegalArgumentException("The sample rate is " + sampleRateHz + " Hz; it must be 0…1 MHz.");
        }
        if (counts.length == 0) {
            throw new IllegalArgumentException("The block holds no samples.");
        }
        if (blockIndex < 0 || (blocksInCapture != 0 && blockIndex >= blocksInCapture)) {
            throw new IllegalArgumentException(
                    "The block's index is " + blockIndex + " of " + blocksInCapture + "; it must be smaller.");
        }
    }

    /** Whether this is a part of a continuous signal and of no capture. */
    public boolean isStreaming() {
        return blocksInCapture == 0;
    }

    public Instant endsAt() {
        return startsAt.plus(Duration.ofNanos(Math.round(counts.length / sampleRateHz * 1e9)));
    }
}
