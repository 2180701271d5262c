package io.milliwatt.telemetry;

import java.time.Instant;
import java.util.OptionalLong;

/**
 * At most one second of raw signal: a part of one capture, or of the signal that a node streams without an end.
 *
 * @param sampleRateMillihertz 0.001 Hz
 * @param startTime of the block's first sample, to the millisecond
 * @param nanoUnitsPerCount one count of the samples is this many 10⁻⁹ of {@code unit}
 * @param samples encoded as {@code encoding} says; {@code WaveformCodec} reads them
 * @param captureId the same for all blocks of a capture; 0 when streaming
 * @param blockIndex 0…blocksInCapture − 1; when streaming, the channel's blocks since the node's boot, from 0
 * @param blocksInCapture 0 when streaming
 * @param qualityFlags those of {@link Features}
 */
public record WaveformBlock(
        long channel,
        long sampleRateMillihertz,
        Instant startTime,
        long nanoUnitsPerCount,
        long unit,
        Encoding encoding,
        Octets samples,
        long sampleCount,
        long captureId,
        long blockIndex,
        long blocksInCapture,
        OptionalLong qualityFlags)
        implements FrameBody {
    public static final long KIND = 4;
    public static final long UNIT_METRES_PER_SECOND_SQUARED = 1;
    public static final long UNIT_G = 2;
    public static final long UNIT_MILLIVOLT = 3;

    /** In the contract's order, 0 and 1. */
    public enum Encoding {
        INT16_LITTLE_ENDIAN,
        ZIGZAG_VARINT_DIFFERENCES
    }

    /** Whether this block is a part of the continuous signal, no capture's. */
    public boolean isStreaming() {
        return captureId == 0 && blocksInCapture == 0;
    }

    @Override
    public long kind() {
        return KIND;
    }
}
