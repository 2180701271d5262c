package io.milliwatt.training.ecg;

import static org.assertj.core.api.Assertions.assertThat;

import io.milliwatt.datasets.RecordingFolder;
import io.milliwatt.datasets.catalogue.MitBihDataSet;
import io.milliwatt.datasets.catalogue.MitBihRecord;
import io.milliwatt.datasets.ecg.BeatClass;
import io.milliwatt.datasets.recording.RecordingException;
import io.milliwatt.models.ReleasedModels;
import io.milliwatt.runtime.bundle.Bundle;
import io.milliwatt.runtime.decision.VerdictRule;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The released bundle on records of DS1 that it learnt from: that kernels, forest and decision still are what was released. */
class ReleasedBeatClassifierTest {

    private static final String FOLDER = "ecg/mitdb";

    private static final Bundle BUNDLE =
            Bundle.parse(ReleasedModels.newest("ecg").orElseThrow().bundle());

    private static Path folder;

    @BeforeAll
    static void findRecords() {
        var found = RecordingFolder.find(FOLDER);
        Assumptions.assumeTrue(found.isPresent(), RecordingFolder.absence(FOLDER));
        folder = found.orElseThrow();
    }

    private static BeatCounts judged(int number) throws RecordingException {
        MitBihRecord record = MitBihDataSet.records(MitBihRecord.Part.DS1).stream()
                .filter(each -> each.number() == number)
                .findFirst()
                .orElseThrow();
        DescribedBeats beats =
                DescribedBeats.of(HeartRecord.load(MitBihDataSet.open(folder), record), DescribedBeats.RECORD);
        VerdictRule.Beats rule = (VerdictRule.Beats) BUNDLE.decision().rule();
        BeatJudge judge = BeatJudge.node(
                BUNDLE.model().model(), rule.rule(), BUNDLE.model().scale());
        return BeatCounts.of(beats, judge.classes(beats));
    }

    @Test
    void ventricularBeatsOf119AreTold() throws RecordingException {
        BeatCounts counts = judged(119);
        assertThat(counts.told(BeatClass.V, BeatClass.V)).isGreaterThanOrEqualTo(441);
        assertThat(counts.told(BeatClass.N, BeatClass.V)).isLessThanOrEqualTo(1);
        assertThat(counts.missed(BeatClass.N)).isLessThanOrEqualTo(8);
    }

    @Test
    void earlyBeatsOf118AreTold() throws RecordingException {
        BeatCounts counts = judged(118);
        assertThat(counts.told(BeatClass.S, BeatClass.S)).isEqualTo(96);
        assertThat(counts.told(BeatClass.N, BeatClass.S)).isLessThanOrEqualTo(1);
    }

    /** Irregular runs beside a slow sinus: nearest in DS1 to what must not be taken for fibrillation. */
    @Test
    void runsOf209AreTold() throws RecordingException {
        BeatCounts counts = judged(209);
        assertThat(counts.told(BeatClass.S, BeatClass.S)).isGreaterThanOrEqualTo(376);
        assertThat(counts.told(BeatClass.N, BeatClass.S)).isLessThanOrEqualTo(20);
    }

    @Test
    void fibrillationOf203GivesHardlyASupraventricularBeat() throws RecordingException {
        BeatCounts counts = judged(203);
        assertThat(counts.told(BeatClass.N, BeatClass.S)).isLessThanOrEqualTo(1);
        assertThat(counts.told(BeatClass.V, BeatClass.V)).isGreaterThanOrEqualTo(407);
    }

    /** Many of them differ from the normal ones by their size alone, and there is a long run at the rate of the sinus rhythm. */
    @Test
    void ventricularBeatsOf223AreTold() throws RecordingException {
        BeatCounts counts = judged(223);
        assertThat(counts.told(BeatClass.V, BeatClass.V)).isGreaterThanOrEqualTo(460);
        assertThat(counts.told(BeatClass.N, BeatClass.V)).isLessThanOrEqualTo(1);
    }

    @Test
    void aHealthyRecordGivesHardlyAFalseBeat() throws RecordingException {
        BeatCounts counts = judged(122);
        assertThat(counts.told(BeatClass.N, BeatClass.N)).isGreaterThanOrEqualTo(2_455);
    }

    @Test
    void theBundleIsWithinItsBudget() {
        assertThat(ReleasedModels.newest("ecg").orElseThrow().bundle()).hasSizeLessThanOrEqualTo(15_000);
        assertThat(BUNDLE.identity().ramBytes()).isLessThanOrEqualTo(8 * 1_024);
        assertThat(BUNDLE.recipe().bytes()).isEqualTo(EcgBundle.recipe().toBytes());
    }
}
