package io.milliwatt.telemetry.encoding;

import static io.milliwatt.telemetry.encoding.FrameException.Fault.BODY;

import io.milliwatt.telemetry.Octets;
import io.milliwatt.telemetry.WaveformBlock;
import io.milliwatt.telemetry.WaveformBlock.Encoding;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Samples of a waveform block, int16 counts. As differences each sample less the one before it (the first less 0) is
 * mapped to unsigned by zig-zag (0, −1, 1, −2 … to 0, 1, 2, 3 …) and written base 128, least significant group first, with
 * the top bit set on all bytes but the last. A difference of two int16 needs at most three bytes.
 */
public final class WaveformCodec {
    private static final int MAX_VARINT_BYTES = 3;
    private static final int MORE = 0x80;

    private WaveformCodec() {}

    /** The counts of a block, −32768…32767 each. */
    public static short[] decode(WaveformBlock block) throws FrameException {
        checkCount(block);
        return switch (block.encoding()) {
            case INT16_LITTLE_ENDIAN -> {
                short[] counts = new short[(int) block.sampleCount()];
                ByteBuffer.wrap(block.samples().toByteArray())
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .asShortBuffer()
                        .get(counts);
                yield counts;
            }
            case ZIGZAG_VARINT_DIFFERENCES -> decodeDifferences(block.samples(), (int) block.sampleCount());
        };
    }

    public static Octets encode(short[] counts, Encoding encoding) {
        return switch (encoding) {
            case INT16_LITTLE_ENDIAN -> {
                ByteBuffer buffer = ByteBuffer.allocate(counts.length * Short.BYTES);
                buffer.order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().put(counts);
                yield Octets.of(buffer.array());
            }
            case ZIGZAG_VARINT_DIFFERENCES -> encodeDifferences(counts);
        };
    }

    /** Refuses a block whose bytes do not hold as many samples as it says, without decoding it. */
    static void checkCount(WaveformBlock block) throws FrameException {
        long held = switch (block.encoding()) {
            case INT16_LITTLE_ENDIAN ->
                block.samples().size() % Short.BYTES == 0 ? block.samples().size() / Short.BYTES : -1;
            case ZIGZAG_VARINT_DIFFERENCES -> countVarints(block.samples());
        };
        if (held != block.sampleCount()) {
            throw new FrameException(
                    BODY,
                    "The waveform block's " + block.samples().size() + " bytes do not hold the " + block.sampleCount()
                            + " samples that it says.");
        }
    }

    private static long countVarints(Octets samples) {
        long count = 0;
        for (int i = 0; i < samples.size(); i++) {
            if ((samples.at(i) & MORE) == 0) {
                count++;
            } else if (i == samples.size() - 1) {
                return -1;
            }
        }
        return count;
    }

    private static short[] decodeDifferences(Octets samples, int sampleCount) throws FrameException {
        short[] counts = new short[sampleCount];
        int position = 0;
        int sample = 0;
        for (int i = 0; i < sampleCount; i++) {
            int zigzag = 0;
            int from = position;
            int group;
            do {
                group = samples.at(position);
                zigzag |= (group & 0x7F) << (7 * (position - from));
                position++;
            } while ((group & MORE) != 0 && position - from < MAX_VARINT_BYTES);
            sample += (zigzag >>> 1) ^ -(zigzag & 1);
            if ((group & MORE) != 0 || sample != (short) sample) {
                throw new FrameException(BODY, "Sample " + i + " of the waveform block does not fit 16 bits.");
            }
            counts[i] = (short) sample;
        }
        return counts;
    }

    private static Octets encodeDifferences(short[] counts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(counts.length * 2);
        int previous = 0;
        for (short count : counts) {
            int difference = count - previous;
            int zigzag = (difference << 1) ^ (difference >> 31);
            while (zigzag >= MORE) {
                out.write((zigzag & 0x7F) | MORE);
                zigzag >>>= 7;
            }
            out.write(zigzag);
            previous = count;
        }
        return Octets.of(out.toByteArray());
    }
}
