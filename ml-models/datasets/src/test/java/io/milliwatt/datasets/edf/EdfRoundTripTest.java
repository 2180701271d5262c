package io.milliwatt.datasets.edf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milliwatt.datasets.recording.RecordingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EdfRoundTripTest {
    @TempDir
    Path folder;

    @Test
    void recordingsOfEveryKindComeBackAsTheyWere() throws IOException {
        Random random = new Random(1992);
        for (int run = 0; run < 150; run++) {
            EdfRecording recording = random(random, EdfKind.values()[run % 3]);
            EdfWriter.write(recording, file());
            EdfRecording read = EdfReader.refusingDamage().read(file());
            assertThat(read.header()).isEqualTo(recording.header());
            assertThat(read.annotations()).isEqualTo(recording.annotations());
            assertThat(read.recordStartSeconds()).hasSameSizeAs(recording.recordStartSeconds());
            for (int i = 0; i < read.recordStartSeconds().size(); i++) {
                assertThat(read.recordStartSeconds().get(i))
                        .isCloseTo(recording.recordStartSeconds().get(i), Offset.offset(1e-6));
            }
            assertThat(read.signals()).hasSameSizeAs(recording.signals());
            for (int i = 0; i < read.signals().size(); i++) {
                assertThat(read.signals().get(i).description())
                        .isEqualTo(recording.signals().get(i).description());
                assertThat(read.signals().get(i).samples())
                        .isEqualTo(recording.signals().get(i).samples());
            }
        }
    }

    /** Mutated files, cut files and files of random bytes: a recording, or a sentence. */
    @Test
    void noFileEndsInAnythingButARecordingOrASentence() throws IOException {
        Random random = new Random(2003);
        int readable = 0;
        for (int run = 0; run < 600; run++) {
            EdfWriter.write(random(random, EdfKind.values()[run % 3]), file());
            byte[] bytes = Files.readAllBytes(file());
            for (int i = random.nextInt(6); i >= 0; i--) {
                bytes[random.nextInt(run % 2 == 0 ? bytes.length : Math.min(bytes.length, 256))] =
                        (byte) (random.nextBoolean() ? '0' + random.nextInt(10) : random.nextInt(256));
            }
            int length = random.nextInt(4) == 0 ? 1 + random.nextInt(bytes.length) : bytes.length;
            Files.write(file(), java.util.Arrays.copyOf(bytes, length));
            for (EdfReader reader : List.of(EdfReader.flaggingDamage(), EdfReader.refusingDamage())) {
                try {
                    assertThat(reader.read(file())).isNotNull();
                    readable++;
                } catch (RecordingException e) {
                    assertThat(e.getMessage()).matches("(?s)r\\.edf .{5,}[.]");
                }
            }
        }
        assertThat(readable).isBetween(100, 1100);
    }

    @Test
    void whatAFieldCannotHoldIsRefused() {
        EdfSignal.Description micro = EdfSignal.Description.of("ECG II", "µV", 1, 0, 10);
        assertThatThrownBy(() -> EdfWriter.write(one(micro, EdfHeader.UNKNOWN_PATIENT), file()))
                .hasMessageContaining("would have \"µV\" as its unit of signal ECG II");
        EdfSignal.Description longName = EdfSignal.Description.of("a label of seventeen", "mV", 1, 0, 10);
        assertThatThrownBy(() -> EdfWriter.write(one(longName, EdfHeader.UNKNOWN_PATIENT), file()))
                .hasMessageContaining("is not 16 or fewer printable characters");
        EdfSignal.Description fine = EdfSignal.Description.of("ECG II", "uV", 1e-9, 0, 10);
        assertThatThrownBy(() -> EdfWriter.write(one(fine, EdfHeader.UNKNOWN_PATIENT), file()))
                .hasMessageContaining("as its physical minimum of signal ECG II");
        EdfSignal.Description good = EdfSignal.Description.of("ECG II", "mV", 200, 1024, 10);
        assertThatThrownBy(() -> EdfWriter.write(one(good, "Jürgen"), file())).hasMessageContaining("as its patient");
    }

    @Test
    void theGainOfMitRecordsFitsEightCharactersExactly() {
        EdfSignal.Description description = EdfSignal.Description.of("MLII", "mV", 200, 1024, 360);
        assertThat(description.countsPerUnit()).isEqualTo(200);
        assertThat(description.baseline()).isEqualTo(1024);
    }

    private Path file() {
        return folder.resolve("r.edf");
    }

    private static EdfRecording one(EdfSignal.Description description, String patient) {
        EdfHeader header = new EdfHeader(EdfKind.EDF, patient, "", Optional.of(LocalDateTime.of(2026, 1, 1, 0, 0)), 1);
        return new EdfRecording(
                header, List.of(0.0), List.of(EdfSignal.of(description, new short[10])), List.of(), List.of());
    }

    private static EdfRecording random(Random random, EdfKind kind) {
        int records = kind == EdfKind.EDF ? random.nextInt(4) : 1 + random.nextInt(4);
        double seconds = random.nextBoolean() ? 1 : 0.5 + random.nextInt(20);
        List<Double> starts = new ArrayList<>();
        double start = kind == EdfKind.EDF || random.nextBoolean() ? 0 : random.nextInt(1000) / 1000.0;
        for (int i = 0; i < records; i++) {
            starts.add(start);
            start += seconds + (kind == EdfKind.DISCONTINUOUS ? random.nextInt(100) / 8.0 : 0);
        }
        List<EdfSignal> signals = new ArrayList<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            int perRecord = 1 + random.nextInt(500);
            short[] samples = new short[perRecord * records];
            for (int j = 0; j < samples.length; j++) {
                samples[j] = (short) random.nextInt(-32767, 32768);
            }
            signals.add(EdfSignal.of(
                    EdfSignal.Description.of(
                            "ECG " + i,
                            random.nextBoolean() ? "mV" : "uV",
                            0.01 + random.nextInt(3000),
                            random.nextInt(100),
                            perRecord),
                    samples));
        }
        List<EdfAnnotation> annotations = new ArrayList<>();
        for (int i = kind == EdfKind.EDF ? 0 : random.nextInt(30); i > 0; i--) {
            annotations.add(new EdfAnnotation(
                    random.nextInt(-5000, 50_000) / 1000.0,
                    random.nextBoolean() ? OptionalDouble.of(random.nextInt(1000) / 8.0) : OptionalDouble.empty(),
                    random.nextBoolean() ? "V" : "Rückenlage, 心电图 " + i));
        }
        Optional<LocalDateTime> when = random.nextBoolean()
                ? Optional.of(LocalDateTime.of(1985 + random.nextInt(130), 2, 3, 4, 5, 6))
                : Optional.empty();
        String recording = EdfHeader.recordingOf(when.map(LocalDateTime::toLocalDate));
        return new EdfRecording(
                new EdfHeader(kind, EdfHeader.UNKNOWN_PATIENT, recording, when, seconds),
                starts,
                signals,
                annotations,
                List.of());
    }
}
