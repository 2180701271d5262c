package io.milliwatt.ecg.exchange.wfdb;

import static org.assertj.core.api.Assertions.assertThat;

import io.milliwatt.datasets.wfdb.Annotation;
import io.milliwatt.datasets.wfdb.AnnotationCode;
import io.milliwatt.datasets.wfdb.WfdbReader;
import io.milliwatt.datasets.wfdb.WfdbRecord;
import io.milliwatt.datasets.wfdb.WfdbSignal;
import io.milliwatt.ecg.exchange.EcgLead;
import io.milliwatt.ecg.exchange.Extracts;
import io.milliwatt.ecg.exchange.MonitoringExtract;
import io.milliwatt.ecg.signal.Segment;
import io.milliwatt.ecg.signal.Trace;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** By the reader that refuses every damage: checksums, lengths and initial values of the written record hold. */
class WfdbArchiveTest {

    @TempDir
    Path folder;

    @Test
    void samplesGapsAndUnitsComeBack() throws IOException {
        assertThat(unpack(Extracts.full()))
                .containsExactly("P-7F3K2QXA_17.dat", "P-7F3K2QXA_17.hea", "P-7F3K2QXA_17.mwt");
        WfdbRecord record = WfdbReader.refusingDamage().read(folder.resolve("P-7F3K2QXA_17"));
        assertThat(record.recordLine().start()).hasValue(LocalDateTime.parse("2026-11-28T22:31:07.120"));
        assertThat(record.recordLine().frameRateHz()).isEqualTo(100);
        assertThat(record.signals().get(0).samples())
                .containsExactly(2041, 2043, 2037, 2047, 2060, 2062, 2051, 2023, 2014, 2027);
        int gap = WfdbSignal.MISSING;
        assertThat(record.signals().get(1).samples()).containsExactly(-1, 2, 3, gap, gap, gap, 40, 50, 60, 70);
        assertThat(record.signals().get(1).line().gainUnitsPerPhysicalUnit()).isEqualTo(200);
        assertThat(record.signals().stream().map(signal -> signal.line().description()))
                .containsExactly("I", "II");
        assertThat(record.comments().getFirst()).contains("P-7F3K2QXA (a pseudonym)");
    }

    @Test
    void beatsAndRhythmsAreAnnotated() throws IOException {
        unpack(Extracts.full());
        assertThat(WfdbReader.refusingDamage()
                        .annotations(folder.resolve("P-7F3K2QXA_17.mwt"))
                        .annotations())
                .containsExactly(
                        Annotation.of(2, AnnotationCode.NORMAL),
                        Annotation.rhythm(4, "(VT"),
                        Annotation.of(8, AnnotationCode.PREMATURE_VENTRICULAR),
                        Annotation.rhythm(9, "(N"));
    }

    @Test
    void aSampleAtTheConvertersLowestValueIsNotTakenForAGap() throws IOException {
        Trace clipped =
                new Trace(18, 0, "mV", 100, 0.005, List.of(new Segment(Extracts.FROM, 1, 0, 1, false, new short[] {
                    Short.MIN_VALUE, 7
                })));
        unpack(Extracts.extract(List.of(EcgLead.II), List.of(clipped), "1", "CCU"));
        WfdbSignal signal = WfdbReader.refusingDamage()
                .read(folder.resolve("P-7F3K2QXA_18"))
                .signals()
                .getFirst();
        assertThat(signal.sample(0)).isEqualTo(Short.MIN_VALUE);
        assertThat(signal.sample(2)).isEqualTo(WfdbSignal.MISSING);
    }

    @Test
    void nodesHaveRecordsOfTheirOwn() throws IOException {
        List<Trace> traces = List.of(
                new Trace(
                        17, 0, "mV", 100, 0.005, List.of(new Segment(Extracts.FROM, 1, 0, 0, false, new short[] {1}))),
                new Trace(
                        18, 0, "mV", 250, 0.005, List.of(new Segment(Extracts.FROM, 1, 0, 0, false, new short[] {2}))));
        assertThat(unpack(Extracts.extract(List.of(), traces, "1", "CCU")))
                .contains("P-7F3K2QXA_17.hea", "P-7F3K2QXA_18.hea");
        assertThat(WfdbReader.refusingDamage()
                        .read(folder.resolve("P-7F3K2QXA_18"))
                        .recordLine()
                        .frameCount())
                .isEqualTo(25);
    }

    private List<String> unpack(MonitoringExtract extract) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        WfdbArchive.write(extract, out);
        List<String> names = new java.util.ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
                Files.write(folder.resolve(entry.getName()), zip.readAllBytes());
            }
        }
        return names;
    }
}
