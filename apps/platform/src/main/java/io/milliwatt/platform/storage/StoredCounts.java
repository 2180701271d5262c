package io.milliwatt.platform.storage;

import io.milliwatt.telemetry.Octets;
import io.milliwatt.telemetry.WaveformBlock;
import io.milliwatt.telemetry.WaveformBlock.Encoding;
import io.milliwatt.telemetry.encoding.FrameException;
import io.milliwatt.telemetry.encoding.WaveformCodec;
import java.time.Instant;
import java.util.OptionalLong;

/** Counts as they stand in the database: zig-zag varints of first differences, as in the frame contract. */
final class StoredCounts {

    private StoredCounts() {}

    static byte[] encode(short[] counts) {
        return WaveformCodec.encode(counts, Encoding.ZIGZAG_VARINT_DIFFERENCES).toByteArray();
    }

    static short[] decode(byte[] stored, int count) {
        try {
            return WaveformCodec.decode(new WaveformBlock(
                    0,
                    0,
                    Instant.EPOCH,
                    0,
                    0,
                    Encoding.ZIGZAG_VARINT_DIFFERENCES,
                    Octets.of(stored),
                    count,
                    0,
                    0,
                    1,
                    OptionalLong.empty()));
        } catch (FrameException damaged) {
            throw new StorageException("A stored waveform block cannot be read: " + damaged.getMessage(), damaged);
        }
    }
}
