package io.milliwatt.datasets.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milliwatt.datasets.recording.Recording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RawReaderTest {
    @TempDir
    Path folder;

    /** Made by Python: struct.pack('<hh', 1500, -2), '<ii', '<ff', '<dd'. */
    @ParameterizedTest
    @CsvSource({
        "INT16, dc05feff",
        "INT32, dc050000feffffff",
        "FLOAT32, 0080bb44000000c0",
        "FLOAT64, 000000000070974000000000000000c0"
    })
    void everySampleTypeIsLittleEndianAndScaled(SampleType type, String hex) throws IOException {
        Path file = Files.write(folder.resolve("x.raw"), HexFormat.of().parseHex(hex));
        assertThat(RawReader.of(type, 0.001).read(file).onlyChannel().samples()).containsExactly(1.5, -0.002);
    }

    @Test
    void interleavedChannelsAreTakenApart() throws IOException {
        Path file = Files.write(folder.resolve("x.raw"), new byte[] {1, 0, 2, 0, 3, 0, 4, 0});
        Recording recording = new RawReader(SampleType.INT16, 1, 2).read(file);
        assertThat(recording.channel("channel 1").samples()).containsExactly(1, 3);
        assertThat(recording.channel("channel 2").samples()).containsExactly(2, 4);
    }

    @Test
    void aPartialSampleIsRefusedWithTheCounts() throws IOException {
        Path file = Files.write(folder.resolve("x.raw"), new byte[7]);
        assertThatThrownBy(() -> RawReader.of(SampleType.INT32, 1).read(file))
                .hasMessageContaining("7 bytes are 1 samples of 4 bytes and 3 bytes more");
    }
}
