package io.milliwatt.telemetry.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.milliwatt.telemetry.Octets;
import io.milliwatt.telemetry.WaveformBlock;
import io.milliwatt.telemetry.WaveformBlock.Encoding;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WaveformCodecTest {
    @ParameterizedTest
    @EnumSource
    void everySampleComesBack(Encoding encoding) throws FrameException {
        short[] counts = new short[12_000];
        Random random = new Random(1);
        for (int i = 0; i < counts.length; i++) {
            counts[i] = (short) random.nextInt();
        }
        counts[0] = Short.MIN_VALUE;
        counts[1] = Short.MAX_VALUE;
        counts[2] = Short.MIN_VALUE;
        Octets samples = WaveformCodec.encode(counts, encoding);
        assertThat(WaveformCodec.decode(block(encoding, samples, counts.length)))
                .isEqualTo(counts);
    }

    /** By hand: 0 → 00; +1 → 02; −1 − 1 = −2 → 03; 64 + 1 = 65 → zig-zag 130 = 82 01. */
    @Test
    void differencesAreWrittenAsTheContractSays() {
        short[] counts = {0, 1, -1, 64};
        assertThat(WaveformCodec.encode(counts, Encoding.ZIGZAG_VARINT_DIFFERENCES)
                        .toString())
                .isEqualTo("0002038201");
    }

    @Test
    void aBlockWhoseBytesHoldAnotherNumberOfSamplesIsRefused() {
        Octets three = Octets.of(new byte[] {0, 0, 0});
        refuses(block(Encoding.ZIGZAG_VARINT_DIFFERENCES, three, 2));
        refuses(block(Encoding.INT16_LITTLE_ENDIAN, three, 1));
    }

    @Test
    void anUnfinishedOrTooLongVarintIsRefused() {
        refuses(block(Encoding.ZIGZAG_VARINT_DIFFERENCES, Octets.of((byte) 0x80), 1));
        byte more = (byte) 0xFF;
        refuses(block(Encoding.ZIGZAG_VARINT_DIFFERENCES, Octets.of(more, more, more, more, (byte) 1), 1));
    }

    @Test
    void differencesThatLeaveSixteenBitsAreRefused() {
        Octets twiceTheLargestStep = Octets.of((byte) 0xFE, (byte) 0xFF, (byte) 0x03, (byte) 0x02);
        refuses(block(Encoding.ZIGZAG_VARINT_DIFFERENCES, twiceTheLargestStep, 2));
    }

    private static void refuses(WaveformBlock block) {
        assertThatExceptionOfType(FrameException.class).isThrownBy(() -> WaveformCodec.decode(block));
    }

    private static WaveformBlock block(Encoding encoding, Octets samples, long sampleCount) {
        return new WaveformBlock(
                0, 12_000_000, Instant.EPOCH, 1, 1, encoding, samples, sampleCount, 1, 0, 1, OptionalLong.empty());
    }
}
