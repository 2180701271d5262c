package io.milliwatt.datasets.ecg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milliwatt.datasets.edf.EdfAnnotation;
import io.milliwatt.datasets.edf.EdfHeader;
import io.milliwatt.datasets.edf.EdfKind;
import io.milliwatt.datasets.edf.EdfRecording;
import io.milliwatt.datasets.edf.EdfSignal;
import io.milliwatt.datasets.edf.EdfWriter;
import io.milliwatt.datasets.wfdb.Annotation;
import io.milliwatt.datasets.wfdb.AnnotationCode;
import io.milliwatt.datasets.wfdb.AnnotationFile;
import io.milliwatt.datasets.wfdb.AnnotationWriter;
import io.milliwatt.datasets.wfdb.SignalFormat;
import io.milliwatt.datasets.wfdb.WfdbWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EcgReaderTest {
    private static final int GAP = EcgLead.MISSING;

    @TempDir
    Path folder;

    @Test
    void aRecordingComesBackThroughWfdb() throws IOException {
        EcgRecording recording = recording(LocalDateTime.of(2026, 11, 28, 22, 0, 1, 500_000_000));
        WfdbWriter.into(folder).write(WfdbExport.of(recording, "r", SignalFormat.SIGNED_16));
        AnnotationWriter.write(AnnotationFile.of(recording.annotations()), folder.resolve("r.mw"));
        EcgRecording read = EcgReader.refusingDamage().read(folder.resolve("r"), "mw");
        assertThat(read.annotations()).isEqualTo(recording.annotations());
        assertThat(read.start()).isEqualTo(recording.start());
        assertThat(read.comments()).isEqualTo(recording.comments());
        assertThat(read.leads()).hasSize(2);
        for (int i = 0; i < 2; i++) {
            assertThat(read.leads().get(i).samples())
                    .isEqualTo(recording.leads().get(i).samples());
            assertThat(read.leads().get(i).sampleRateHz())
                    .isEqualTo(recording.leads().get(i).sampleRateHz());
            assertThat(read.leads().get(i).countsPerMillivolt())
                    .isEqualTo(recording.leads().get(i).countsPerMillivolt());
        }
    }

    /** EDF+ fills its last data record, and holds annotations as text. */
    @Test
    void aRecordingComesBackThroughEdf() throws IOException {
        EcgRecording recording = recording(LocalDateTime.of(2026, 11, 28, 22, 0, 1, 500_000_000));
        EdfWriter.write(EdfExport.of(recording, EdfHeader.UNKNOWN_PATIENT), folder.resolve("r.edf"));
        EcgRecording read = EcgReader.refusingDamage().read(folder.resolve("r.edf"));
        assertThat(read.start()).isEqualTo(recording.start());
        for (int i = 0; i < 2; i++) {
            EcgLead expected = recording.leads().get(i);
            EcgLead lead = read.leads().get(i);
            assertThat(Arrays.copyOf(lead.samples(), expected.length())).isEqualTo(expected.samples());
            assertThat(lead.sample(lead.length() - 1)).isEqualTo(GAP);
            assertThat(lead.sampleRateHz()).isEqualTo(expected.sampleRateHz());
            assertThat(lead.physical(3)).isCloseTo(expected.physical(3), Offset.offset(1e-9));
        }
        assertThat(read.annotations())
                .extracting(Annotation::auxiliary)
                .containsExactly("(N", "N", "V premature", "a comment");
        // These counted 180 Hz, the leads' samples count 360 Hz.
        assertThat(read.annotations()).extracting(Annotation::sample).containsExactly(0L, 200L, 500L, 500L);
    }

    /** Format 16 with the 12 bits header(5) assumes, zero 0: −2048 to 2047, which a sample of 3000 shows to be wrong. */
    @Test
    void aConvertersRangeIsWhatTheFileSaysUnlessItsSamplesSayOtherwise() throws IOException {
        for (int peak : new int[] {2047, 3000}) {
            EcgLead lead = EcgLead.of("II", 360, new int[] {0, peak, GAP}, 200, 0, "mV");
            WfdbWriter.into(folder).write(WfdbExport.of(of(lead), "r", SignalFormat.SIGNED_16));
            EcgLead read =
                    EcgReader.refusingDamage().read(folder.resolve("r")).leads().getFirst();
            assertThat(read.converterRange())
                    .isEqualTo(peak == 3000 ? Optional.empty() : Optional.of(new EcgLead.ConverterRange(-2048, 2047)));
            EdfWriter.write(EdfExport.of(of(lead), EdfHeader.UNKNOWN_PATIENT), folder.resolve("r.edf"));
            assertThat(EcgReader.refusingDamage()
                            .read(folder.resolve("r.edf"))
                            .leads()
                            .getFirst()
                            .converterRange())
                    .contains(new EcgLead.ConverterRange(-32767, 32767));
        }
    }

    @Test
    void anAnnotationFileBesideAnEdfFileIsReadWithIt() throws IOException {
        EdfWriter.write(
                EdfExport.of(of(EcgLead.of("II", 360, new int[720], 200, 0, "mV")), EdfHeader.UNKNOWN_PATIENT),
                folder.resolve("r.edf"));
        AnnotationFile annotations = new AnnotationFile(
                List.of(Annotation.of(50, AnnotationCode.NORMAL)), OptionalDouble.of(100), List.of(), List.of());
        AnnotationWriter.write(annotations, folder.resolve("r.edf.mw"));
        EcgRecording read = EcgReader.refusingDamage().read(folder.resolve("r.edf"), "mw");
        assertThat(read.annotations()).isEqualTo(annotations.annotations());
        assertThat(read.annotationRateHz()).isEqualTo(100);
        assertThat(read.leads()).hasSize(1);
    }

    @Test
    void gapsBetweenDataRecordsAreMissingSamples() throws IOException {
        EdfHeader header = new EdfHeader(
                EdfKind.DISCONTINUOUS,
                EdfHeader.UNKNOWN_PATIENT,
                "",
                Optional.of(LocalDateTime.of(2026, 1, 2, 3, 4, 5)),
                1);
        EdfSignal signal =
                EdfSignal.of(EdfSignal.Description.of("ECG II", "uV", 0.5, 0, 2), new short[] {1, 2, 3, 4, 5, 6});
        EdfRecording edf = new EdfRecording(
                header,
                List.of(0.25, 1.25, 4.75),
                List.of(signal),
                List.of(EdfAnnotation.of(4.75, "心 begins again")),
                List.of());
        EdfWriter.write(edf, folder.resolve("r.EDF"));
        EcgRecording read = EcgReader.refusingDamage().read(folder.resolve("r.EDF"));
        EcgLead lead = read.analysedLead().orElseThrow();
        assertThat(lead.samples()).containsExactly(1, 2, 3, 4, GAP, GAP, GAP, GAP, GAP, 5, 6);
        assertThat(lead.countsPerMillivolt()).hasValueCloseTo(500.0, Offset.offset(1e-6));
        assertThat(read.start()).contains(LocalDateTime.of(2026, 1, 2, 3, 4, 5, 250_000_000));
        assertThat(read.annotations().getFirst())
                .isEqualTo(new Annotation(9, AnnotationCode.COMMENT, 0, 0, 0, "? begins again"));
        assertThat(read.findings()).anyMatch(finding -> finding.contains("kept as \"? begins again\""));
    }

    @Test
    void aGapOfYearsIsRefusedBeforeMemoryIsAskedFor() throws IOException {
        EdfHeader header = new EdfHeader(EdfKind.DISCONTINUOUS, EdfHeader.UNKNOWN_PATIENT, "", Optional.empty(), 1);
        EdfSignal signal = EdfSignal.of(EdfSignal.Description.of("ECG", "mV", 200, 0, 360), new short[720]);
        EdfWriter.write(
                new EdfRecording(header, List.of(0.0, 1e9), List.of(signal), List.of(), List.of()),
                folder.resolve("r.edf"));
        assertThatThrownBy(() -> EcgReader.refusingDamage().read(folder.resolve("r.edf")))
                .hasMessageContaining("Cut it at its gaps");
    }

    @Test
    void theAnalysedLeadIsChosenByNameAndNotByPosition() {
        assertThat(chosen("V5", "MLII")).contains("MLII");
        assertThat(chosen("I", "ECG II", "V1")).contains("ECG II");
        assertThat(chosen("EEG Fpz-Cz", "ECG")).contains("ECG");
        assertThat(chosen("V5", "V2")).contains("V5");
        assertThat(chosen()).isEmpty();
        EcgLead pressure = EcgLead.of("II", 125, new int[1], 1, 0, "mmHg");
        assertThat(new EcgRecording("r", 125, List.of(pressure), Optional.empty(), List.of(), List.of(), List.of())
                        .analysedLead())
                .isEmpty();
    }

    @Test
    void whatAnExportCannotHoldIsRefused() {
        EcgRecording large = of(EcgLead.of("II", 360, new int[] {1, 40_000}, 200, 0, "mV"));
        assertThatThrownBy(() -> EdfExport.of(large, EdfHeader.UNKNOWN_PATIENT))
                .hasMessageContaining("has the value 40000 as sample 1 of lead II, and EDF holds -32767 to 32767");
        EcgRecording odd = of(EcgLead.of("II", Math.PI, new int[10], 200, 0, "mV"));
        assertThatThrownBy(() -> EdfExport.of(odd, EdfHeader.UNKNOWN_PATIENT)).hasMessageContaining("Resample it");
        EcgRecording mixed =
                of(EcgLead.of("II", 360, new int[10], 200, 0, "mV"), EcgLead.of("V", 250, new int[10], 200, 0, "mV"));
        assertThatThrownBy(() -> WfdbExport.of(mixed, "r", SignalFormat.SIGNED_16))
                .hasMessageContaining("leads at 250.0 and 360.0 Hz");
    }

    private static Optional<String> chosen(String... names) {
        EcgLead[] leads = Arrays.stream(names)
                .map(name -> EcgLead.of(name, 360, new int[1], 200, 0, "mV"))
                .toArray(EcgLead[]::new);
        return of(leads).analysedLead().map(EcgLead::name);
    }

    private static EcgRecording of(EcgLead... leads) {
        return new EcgRecording("r", 360, List.of(leads), Optional.empty(), List.of(), List.of(), List.of());
    }

    private static EcgRecording recording(LocalDateTime start) {
        int[] first = new int[1000];
        Arrays.setAll(first, i -> i % 100 == 7 ? GAP : 1024 + i * 31 % 700);
        int[] second = new int[500];
        Arrays.setAll(second, i -> i * 17 % 300 - 150);
        return new EcgRecording(
                "r",
                180,
                List.of(EcgLead.of("MLII", 360, first, 200, 1024, "mV"), EcgLead.of("V5", 180, second, 100, 0, "mV")),
                Optional.of(start),
                List.of(
                        Annotation.rhythm(0, "(N"),
                        Annotation.of(100, AnnotationCode.NORMAL),
                        new Annotation(250, AnnotationCode.PREMATURE_VENTRICULAR, 0, 0, 0, "premature"),
                        new Annotation(250, AnnotationCode.COMMENT, 0, 0, 0, "a comment")),
                List.of("69 M"),
                List.of());
    }
}
