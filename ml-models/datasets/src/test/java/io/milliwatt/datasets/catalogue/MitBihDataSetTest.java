package io.milliwatt.datasets.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.milliwatt.datasets.RecordingFolder;
import io.milliwatt.datasets.ecg.BeatClass;
import io.milliwatt.datasets.ecg.EcgRecording;
import io.milliwatt.datasets.ecg.EscapeBeats;
import io.milliwatt.datasets.wfdb.Annotation;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The whole database, each record read once; the reader verifies lengths, first samples and checksums by itself. */
class MitBihDataSetTest {
    private static final String FOLDER = "ecg/mitdb";

    @Test
    void theSplitHas22RecordsOnEachSideAndFourPacedOnes() {
        assertThat(MitBihDataSet.records()).hasSize(48);
        assertThat(MitBihDataSet.records(MitBihRecord.Part.DS1)).hasSize(22);
        assertThat(MitBihDataSet.records(MitBihRecord.Part.DS2)).hasSize(22);
        assertThat(MitBihDataSet.records(MitBihRecord.Part.PACED))
                .extracting(MitBihRecord::number)
                .containsExactly(102, 104, 107, 217);
        assertThat(MitBihDataSet.records())
                .filteredOn(record -> !record.lead().equals("MLII"))
                .extracting(MitBihRecord::number)
                .containsExactly(102, 104);
    }

    /** ecg.md §1; DS1 and DS2 sum up to those of de Chazal 2004, 51,021 and 49,712. */
    @Test
    void beatsOfEachClassAreThoseOfThePublishedSplit() throws IOException {
        Assumptions.assumeTrue(RecordingFolder.find(FOLDER).isPresent(), RecordingFolder.absence(FOLDER));
        MitBihDataSet dataSet = MitBihDataSet.open(RecordingFolder.find(FOLDER).orElseThrow());
        Map<MitBihRecord.Part, Map<BeatClass, Integer>> counts = new EnumMap<>(MitBihRecord.Part.class);
        long annotations = 0;
        long beats = 0;
        for (MitBihRecord record : MitBihDataSet.records()) {
            EcgRecording recording = dataSet.load(record);
            assertThat(recording.findings()).isEmpty();
            assertThat(recording.leads()).hasSize(2).allSatisfy(lead -> {
                assertThat(lead.length()).isEqualTo(650_000);
                assertThat(lead.sampleRateHz()).isEqualTo(360);
                assertThat(lead.countsPerMillivolt()).hasValue(200);
                assertThat(lead.baseline()).isEqualTo(1024);
            });
            assertThat(recording.analysedLead().orElseThrow().name()).isEqualTo(record.lead());
            for (Annotation annotation : recording.annotations()) {
                annotations++;
                beats += annotation.code().isBeat() ? 1 : 0;
                EscapeBeats.NORMAL
                        .classOf(annotation.code())
                        .ifPresent(beatClass -> counts.computeIfAbsent(
                                        record.part(), part -> new EnumMap<>(BeatClass.class))
                                .merge(beatClass, 1, Integer::sum));
            }
        }
        assertThat(annotations).isEqualTo(112_647);
        assertThat(beats).isEqualTo(109_494);
        assertThat(counts.get(MitBihRecord.Part.DS1).values()).containsExactly(45866, 944, 3788, 415, 8);
        assertThat(counts.get(MitBihRecord.Part.DS2).values()).containsExactly(44259, 1837, 3221, 388, 7);
    }
}
