package io.milliwatt.ecg.exchange.edf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milliwatt.datasets.edf.EdfAnnotation;
import io.milliwatt.datasets.edf.EdfKind;
import io.milliwatt.datasets.edf.EdfReader;
import io.milliwatt.datasets.edf.EdfRecording;
import io.milliwatt.ecg.exchange.EcgLead;
import io.milliwatt.ecg.exchange.Extracts;
import io.milliwatt.ecg.exchange.MonitoringExtract;
import io.milliwatt.ecg.signal.Segment;
import io.milliwatt.ecg.signal.Trace;
import io.milliwatt.ecg.vitals.VitalSigns;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** By the reader that refuses every damage. */
class EdfArchiveTest {

    private static final int RATE = 100;

    @TempDir
    Path folder;

    @Test
    void headerAndSamplesComeBackAndMissingOnesAreMarked() throws IOException {
        EdfRecording recording = recording(Extracts.full(), "P-7F3K2QXA_17.edf");
        assertThat(recording.header().kind()).isEqualTo(EdfKind.CONTINUOUS);
        assertThat(recording.header().patient()).isEqualTo("P-7F3K2QXA X X X");
        assertThat(recording.header().recording()).isEqualTo("Startdate 28-NOV-2026 X X Milliwatt_node_17");
        assertThat(recording.header().start()).hasValue(LocalDateTime.parse("2026-11-28T22:31:07"));
        assertThat(recording.recordStartSeconds()).containsExactly(0.12);
        assertThat(recording.signals()).hasSize(2).allMatch(signal -> signal.length() == RATE);
        assertThat(recording.signals().stream()
                        .map(signal -> signal.description().label()))
                .containsExactly("ECG I", "ECG II");
        assertThat(Arrays.copyOf(recording.signals().get(0).samples(), 10)).containsExactly(Extracts.PUBLISHED);
        short gap = Short.MIN_VALUE;
        assertThat(Arrays.copyOf(recording.signals().get(1).samples(), 11))
                .containsExactly(-1, 2, 3, gap, gap, gap, 40, 50, 60, 70, gap);
        assertThat(recording.signals().get(1).physical(6)).isCloseTo(0.2, Offset.offset(1e-6));
    }

    @Test
    void beatsEventsAndGapsAreAnnotationsInOrder() throws IOException {
        assertThat(recording(Extracts.full(), "P-7F3K2QXA_17.edf").annotations())
                .containsExactly(
                        EdfAnnotation.of(0.14, "N"),
                        new EdfAnnotation(0.15, OptionalDouble.of(0.03), "Nothing received: ECG II"),
                        new EdfAnnotation(0.16, OptionalDouble.of(0.05), "Ventricular tachycardia"),
                        EdfAnnotation.of(0.2, "V"),
                        new EdfAnnotation(0.22, OptionalDouble.of(0.9), "Nothing received: ECG I"),
                        new EdfAnnotation(0.22, OptionalDouble.of(0.9), "Nothing received: ECG II"));
    }

    @Test
    void aRateThatIsNoWholeNumberGetsLongerRecords() throws IOException {
        Trace trace = new Trace(
                18, 0, "mV", 12.5, 0.005, List.of(new Segment(Extracts.FROM, 1, 0, 0, false, new short[250])));
        EdfRecording recording = recording(stretch(trace, 20), "P-7F3K2QXA_18.edf");
        assertThat(recording.header().recordSeconds()).isEqualTo(2);
        assertThat(recording.recordStartSeconds()).hasSize(10).endsWith(18.12);
        assertThat(recording.annotations()).isEmpty();
    }

    @Test
    void aSampleAtTheConvertersEndIsNotTakenForAGap() throws IOException {
        short[] counts = new short[RATE];
        counts[5] = Short.MIN_VALUE;
        Trace trace = new Trace(18, 0, "mV", RATE, 0.005, List.of(new Segment(Extracts.FROM, 1, 0, 1, false, counts)));
        EdfRecording recording = recording(stretch(trace, 1), "P-7F3K2QXA_18.edf");
        assertThat(recording.signals().getFirst().sample(5)).isEqualTo(-32767);
        assertThat(recording.annotations()).isEmpty();
    }

    @Test
    void aRateThatNeverFillsARecordIsRefused() {
        Trace trace = new Trace(18, 0, "mV", 100.0077, 0.005, List.of());
        assertThatThrownBy(() -> EdfArchive.requireWholeRecords(stretch(trace, 1)))
                .hasMessageContaining("100.0077 Hz gives no whole number of samples");
    }

    private static MonitoringExtract stretch(Trace trace, int seconds) {
        return new MonitoringExtract(
                "P-7F3K2QXA",
                Optional.empty(),
                Extracts.FROM,
                Extracts.FROM.plusSeconds(seconds),
                List.of(EcgLead.II),
                List.of(trace),
                List.of(),
                List.of(),
                Optional.empty(),
                VitalSigns.NONE,
                Optional.empty());
    }

    private EdfRecording recording(MonitoringExtract extract, String name) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        EdfArchive.write(extract, out);
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
            ZipEntry entry = zip.getNextEntry();
            assertThat(entry.getName()).isEqualTo(name);
            Path file = Files.write(folder.resolve(name), zip.readAllBytes());
            return EdfReader.refusingDamage().read(file);
        }
    }
}
