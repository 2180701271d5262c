package io.milliwatt.datasets.wfdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WfdbRoundTripTest {
    @TempDir
    Path folder;

    /** Several files, one to three signals each, one to four samples per frame, lengths around the ends of packs and blocks. */
    @ParameterizedTest
    @EnumSource(names = "NULL", mode = EnumSource.Mode.EXCLUDE)
    void recordsOfEveryFormatComeBackAsTheyWere(SignalFormat format) throws IOException {
        Random random = new Random(format.number());
        for (int frames : new int[] {0, 1, 2, 3, 5, 7, 1000, 2731, 5461, 20_000}) {
            WfdbRecord record = random(random, format, frames);
            WfdbWriter.into(folder).write(record);
            WfdbRecord read = WfdbReader.refusingDamage().read(folder.resolve("r"));
            assertThat(read.recordLine()).isEqualTo(record.recordLine());
            assertThat(read.comments()).isEqualTo(record.comments());
            assertThat(read.findings()).isEmpty();
            assertThat(read.signals()).hasSameSizeAs(record.signals());
            for (int i = 0; i < read.signals().size(); i++) {
                WfdbSignal expected = record.signals().get(i);
                WfdbSignal signal = read.signals().get(i);
                assertThat(signal.samples()).isEqualTo(expected.samples());
                assertThat(signal.line().stored(0, 0)).isEqualTo(expected.line().stored(0, 0));
            }
        }
    }

    @Test
    void packedFilesAreReadByTheirNames() throws IOException {
        WfdbRecord record = random(new Random(1), SignalFormat.PACKED_12, 30_000);
        WfdbWriter.into(folder).write(record);
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                try (OutputStream out =
                        new GZIPOutputStream(Files.newOutputStream(folder.resolve(file.getFileName() + ".gz")))) {
                    Files.copy(file, out);
                }
                Files.delete(file);
            }
        }
        WfdbRecord read = WfdbReader.refusingDamage().read(folder.resolve("r"));
        assertThat(read.signals().getLast().samples())
                .isEqualTo(record.signals().getLast().samples());
        assertThat(WfdbReader.refusingDamage().read(folder.resolve("r.hea")).signals())
                .hasSameSizeAs(read.signals());
    }

    /** 1F 8B begin a file of gzip; as samples of format 16 they are −29921. */
    @Test
    void samplesThatLookLikeGzipAreSamples() throws IOException {
        write("r", SignalFormat.SIGNED_16, -29_921, 8, 0, 7);
        assertThat(WfdbReader.refusingDamage()
                        .read(folder.resolve("r"))
                        .signals()
                        .getFirst()
                        .samples())
                .containsExactly(-29_921, 8, 0, 7);
    }

    @Test
    void whatAFormatCannotHoldIsRefused() {
        assertThatThrownBy(() -> write("r", SignalFormat.PACKED_12, 2048))
                .hasMessageContaining("sample 0 is 2048, and format 212 holds -2047 to 2047");
        assertThatThrownBy(() -> write("r", SignalFormat.PACKED_12, 0, -2048))
                .hasMessageContaining("sample 1 is -2048");
        assertThatThrownBy(() -> write("r", SignalFormat.DIFFERENCES_8, 0, 200)).hasMessageContaining("differs by 200");
        assertThatThrownBy(() -> write("r", SignalFormat.DIFFERENCES_8, 0, WfdbSignal.MISSING))
                .hasMessageContaining("was not recorded");
    }

    @Test
    void textThatNoHeaderCanHoldIsRefused() {
        RecordLine line = RecordLine.of("r", 360, 0);
        assertThatThrownBy(
                        () -> WfdbWriter.into(folder).write(new RecordHeader(line, List.of(), List.of("two\nlines"))))
                .hasMessageContaining("line break");
        assertThatThrownBy(() ->
                        WfdbWriter.into(folder).write(new RecordHeader(line, List.of(), List.of("x".repeat(255)))))
                .hasMessageContaining("255 characters");
        assertThatThrownBy(() -> WfdbWriter.into(folder)
                        .write(new RecordHeader(RecordLine.of("a b", 1, 0), List.of(), List.of())))
                .hasMessageContaining("record name");
        SignalLine outside = SignalLine.of("../r.dat", SignalFormat.SIGNED_16, 200, 0, "I");
        assertThatThrownBy(() -> WfdbWriter.into(folder)
                        .write(new WfdbRecord(line, List.of(WfdbSignal.of(outside, new int[0])), List.of(), List.of())))
                .hasMessageContaining("../r.dat");
    }

    @Test
    void aMissingFolderGetsASentence() {
        assertThatThrownBy(() -> WfdbWriter.into(folder.resolve("absent"))
                        .write(new RecordHeader(RecordLine.of("r", 360, 0), List.of(), List.of())))
                .hasMessageContaining("r.hea could not be written into absent");
    }

    private void write(String name, SignalFormat format, int... samples) throws IOException {
        SignalLine line = SignalLine.of(name + ".dat", format, 200, 0, "MLII");
        WfdbWriter.into(folder)
                .write(new WfdbRecord(
                        RecordLine.of(name, 360, samples.length),
                        List.of(WfdbSignal.of(line, samples)),
                        List.of(),
                        List.of()));
    }

    private static WfdbRecord random(Random random, SignalFormat format, int frames) {
        List<WfdbSignal> signals = new ArrayList<>();
        int files = 1 + random.nextInt(3);
        for (int f = 0; f < files; f++) {
            int count = 1 + random.nextInt(3);
            for (int s = 0; s < count; s++) {
                int perFrame = 1 + random.nextInt(4);
                double gain = random.nextBoolean() ? 200 : -0.1 - random.nextDouble();
                SignalLine line = new SignalLine(
                        "r" + f + ".dat",
                        format.number(),
                        perFrame,
                        0,
                        0,
                        gain,
                        true,
                        random.nextInt(2000) - 1000,
                        random.nextBoolean() ? "mV" : "µV/s",
                        12,
                        random.nextInt(),
                        0,
                        OptionalInt.of(0),
                        0,
                        "signal " + s + " of file " + f);
                signals.add(WfdbSignal.of(line, samples(random, format, frames * perFrame)));
            }
        }
        RecordLine line = new RecordLine(
                "r",
                0.01 + random.nextInt(1000),
                1 + random.nextInt(10),
                random.nextDouble(),
                frames,
                Optional.of(LocalTime.of(23, 59, 58, 120_000_000)),
                Optional.of(LocalDate.of(2024, 2, 29)));
        return new WfdbRecord(line, signals, List.of("69 M 1085 1629 x1", "", "Übung"), List.of());
    }

    private static int[] samples(Random random, SignalFormat format, int count) {
        int[] samples = new int[count];
        int latest = 0;
        for (int i = 0; i < count; i++) {
            if (format == SignalFormat.DIFFERENCES_8) {
                latest += random.nextInt(-128, 128);
                samples[i] = latest;
            } else {
                samples[i] = random.nextInt(50) == 0 ? WfdbSignal.MISSING : random.nextInt(format.min(), format.max());
            }
        }
        return samples;
    }
}
