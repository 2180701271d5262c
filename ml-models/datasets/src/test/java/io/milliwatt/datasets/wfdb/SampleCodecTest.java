package io.milliwatt.datasets.wfdb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Packed bytes were made from the sentences of signal(5) by a few lines of Python with integers of any size: 212 as
 * {@code a | b_high << 12} in two bytes and b's low byte; 310 as two words {@code x << 1} with five bits of the third sample above
 * each; 311 as {@code x | y << 10 | z << 20} in four bytes.
 */
class SampleCodecTest {
    @ParameterizedTest
    @CsvSource({
        "212, '995, 1011, -2047, 2047, -5', e333f30178fffb0f",
        "310, '-3, 511, -510, 100, -1', fa17fe83c800fe07",
        "311, '-3, 511, -510, 100, -1', fdff272064fc0f00",
        "8, '3, -128, 127', 03807f",
        "80, '-127, 0, 127', 0180ff",
        "16, '-2, 258', feff0201",
        "61, '-2, 258', fffe0102",
        "160, '-32767, 0, 32767', 01000080ffff",
        "24, '-2, 66051', feffff030201",
        "32, '-2, 16909060', feffffff04030201"
    })
    void bytesAreThoseOfTheFormatsDescription(int number, String samples, String bytes) {
        SignalFormat format = SignalFormat.of(number).orElseThrow();
        int[] values =
                Arrays.stream(samples.split(", ")).mapToInt(Integer::parseInt).toArray();
        byte[] stored = HexFormat.of().parseHex(bytes);
        assertThat(HexFormat.of().formatHex(SampleEncoder.encode(format, values)))
                .isEqualTo(bytes);
        int[] decoded = new int[values.length];
        new SampleDecoder(format, stored, decoded).decode(values.length);
        assertThat(decoded).containsExactly(values);
    }

    @ParameterizedTest
    @EnumSource(names = "NULL", mode = EnumSource.Mode.EXCLUDE)
    void everyValueOfEveryFormatComesBackFromAnyNumberOfSamples(SignalFormat format) {
        Random random = new Random(310);
        int low = format == SignalFormat.DIFFERENCES_8 ? -128 : format.min();
        int high = format == SignalFormat.DIFFERENCES_8 ? 127 : format.max();
        for (int count = 0; count < 40; count++) {
            int[] values = random.ints(count, low, high).toArray();
            if (count > 1) {
                values[0] = high;
                values[1] = low;
            }
            byte[] bytes = SampleEncoder.encode(format, values);
            assertThat(format.samplesIn(bytes.length)).isGreaterThanOrEqualTo(count);
            int[] decoded = new int[count];
            new SampleDecoder(format, bytes, decoded).decode(count);
            assertThat(decoded).containsExactly(values);
        }
    }

    /** An unfinished pack at the end must not be read beyond the bytes that are there. */
    @ParameterizedTest
    @EnumSource(names = "NULL", mode = EnumSource.Mode.EXCLUDE)
    void anyNumberOfBytesHoldsAsManySamplesAsAreSaid(SignalFormat format) {
        for (int bytes = 0; bytes < 30; bytes++) {
            int samples = (int) format.samplesIn(bytes);
            int[] decoded = new int[samples];
            new SampleDecoder(format, new byte[bytes], decoded).decode(samples);
            assertThat(format.bytesOf(samples)).isLessThanOrEqualTo(bytes + 1);
        }
    }

    @Test
    void numbersThatNoFormatHasAreUnknown() {
        assertThat(SignalFormat.of(13)).isEmpty();
        assertThat(SignalFormat.of(516)).isEmpty();
    }
}
