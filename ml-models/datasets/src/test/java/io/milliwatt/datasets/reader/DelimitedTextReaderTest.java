package io.milliwatt.datasets.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milliwatt.datasets.RecordingFolder;
import io.milliwatt.datasets.recording.Recording;
import io.milliwatt.datasets.recording.RecordingException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DelimitedTextReaderTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a,b\n1.5,-2\n3,4e1\n",
                "a;b\r\n1,5;-2\r\n3;4e1\r\n",
                "a\tb\n1.5\t-2\n3\t4e1",
                "a  b\n  1.5   -2\n 3  4e1 \n",
                "# made by a logger, version 2\n\n% second remark\na,b\ng,g\n1.5,-2\n// between\n3,4e1\n\n",
                "a,b,\n1.5,-2,\n3,4e1,\n",
            })
    void allDelimitersHeadersAndCommentsGiveTheSameTwoChannels(String text) throws IOException {
        Recording recording = read(text);
        assertThat(recording.channelNames()).containsExactly("a", "b");
        assertThat(recording.channel("a").samples()).containsExactly(1.5, 3);
        assertThat(recording.channel("b").samples()).containsExactly(-2, 40);
    }

    @Test
    void withoutHeaderTheColumnsAreNumbered() throws IOException {
        assertThat(read("1,2\n3,4\n").channelNames()).containsExactly("channel 1", "channel 2");
        assertThat(read("1.5\n2.5\n").onlyChannel().samples()).containsExactly(1.5, 2.5);
    }

    @Test
    void missingSamplesStandAsNaNAndAreCounted() throws IOException {
        Recording recording = read("t,x\n0,1\n1,NaN\n2,\n3,-inf\n4,5\n");
        assertThat(recording.channel("x").samples())
                .containsExactly(1, Double.NaN, Double.NaN, Double.NEGATIVE_INFINITY, 5);
        assertThat(recording.channel("x").notFiniteCount()).isEqualTo(3);
        assertThat(recording.channel("t").notFiniteCount()).isZero();
    }

    @Test
    void columnsOfTextAreLeftOut() throws IOException {
        Recording recording = read("time,x\n2026-01-01 10:00:00,1\n2026-01-01 10:00:01,2\n");
        assertThat(recording.onlyChannel().name()).isEqualTo("x");
    }

    @Test
    void faultsAreNamedWithTheirLine() {
        assertRefused("x\n1\n2\nabc\n", "has 'abc' in line 4, column 1");
        assertRefused("a,b\n1,2\n3\n", "has 1 fields in line 3 where 2 are expected");
        assertRefused("only words\nand more words\n", "holds no row of numbers");
        assertRefused("a,b\n1,\"2\n3,4\n", "broken quotation");
        assertRefused("", "is empty");
        assertRefused("NaN,NaN\n", "holds only missing samples");
    }

    @Test
    void gzipCutShortIsNamedAsSuch() throws IOException {
        Path packed = folder.resolve("cut.csv");
        StringBuilder text = new StringBuilder();
        Random random = new Random(1);
        for (int i = 0; i < 5000; i++) {
            text.append(random.nextGaussian()).append('\n');
        }
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write(text.toString().getBytes(StandardCharsets.US_ASCII));
        }
        byte[] whole = Files.readAllBytes(packed);
        Files.write(packed, java.util.Arrays.copyOf(whole, whole.length / 2));
        assertThatThrownBy(() -> DelimitedTextReader.withDetectedDelimiter().read(packed))
                .isInstanceOf(RecordingException.class)
                .hasMessageContaining("cut.csv is cut short: its gzip data ends early");
    }

    @Test
    void binaryNoiseIsRefusedByRecognition() throws IOException {
        byte[] noise = new byte[5000];
        new Random(2).nextBytes(noise);
        Path file = Files.write(folder.resolve("noise.bin"), noise);
        assertThatThrownBy(() -> RecordingReader.recognise(file)).hasMessageContaining("state their type and scale");
    }

    @Test
    void imsSnapshotsAreTabSeparatedWithoutHeader() throws IOException {
        Optional<Path> ims = RecordingFolder.find("vibration/ims");
        Assumptions.assumeTrue(ims.isPresent(), RecordingFolder.absence("vibration/ims"));
        Path file = ims.orElseThrow().resolve("2003.10.22.12.06.24.gz");
        Recording recording = RecordingReader.recognise(file).read(file);
        assertThat(recording.channels())
                .hasSize(8)
                .allSatisfy(c -> assertThat(c.length()).isEqualTo(20480));
        assertThat(recording.channel("channel 2").window(0, 2)).containsExactly(-0.039, -0.017);
    }

    private void assertRefused(String text, String part) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(RecordingException.class)
                .hasMessageContaining(part)
                .hasMessageEndingWith(".");
    }

    private Recording read(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("samples.csv"), text);
        return DelimitedTextReader.withDetectedDelimiter().read(file);
    }
}
