package io.milliwatt.training.vibration;

import static org.assertj.core.api.Assertions.assertThat;

import io.milliwatt.datasets.RecordingFolder;
import io.milliwatt.models.ReleasedModels;
import io.milliwatt.training.domain.VibrationDomain;
import io.milliwatt.training.evaluation.MajorityVotes;
import io.milliwatt.training.pipeline.CandidateReport;
import io.milliwatt.training.pipeline.EvaluationReport;
import io.milliwatt.training.pipeline.ExportRefusedException;
import io.milliwatt.training.pipeline.Pipeline;
import io.milliwatt.training.pipeline.Progress;
import io.milliwatt.training.pipeline.VerdictTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The figures the suite promises, on the real recordings. */
class CwruEvaluationTest {
    private static Pipeline pipeline;
    private static EvaluationReport report;

    @BeforeAll
    static void evaluateOnce() throws IOException {
        Optional<Path> cwru = RecordingFolder.find("vibration/cwru");
        Assumptions.assumeTrue(cwru.isPresent(), RecordingFolder.absence("vibration/cwru"));
        pipeline = Pipeline.run(
                new VibrationDomain().prepare(cwru.orElseThrow(), 1, Progress.silent()), 1, Progress.silent());
        report = pipeline.report(ReleasedModels.newest("vibration").map(ReleasedModels.ReleasedModel::bundle));
    }

    @Test
    void theQuantizedModelBeatsTheAnchorsByBearing() {
        CandidateReport released = report.released();
        assertThat(released.quantized().windows()).isEqualTo(324);
        assertThat(released.quantized().macroF1()).isGreaterThanOrEqualTo(0.87);
        assertThat(released.unitsRight()).isGreaterThanOrEqualTo(8);
        assertThat(released.filesRight()).isGreaterThan(26);
        assertThat(released.lossPoints()).isLessThanOrEqualTo(0.5);
    }

    @Test
    void theKnownMissIsTheOuterRaceOf14MilAndNothingElse() {
        // A change that "wins" it deserves suspicion before joy.
        assertThat(report.released().units())
                .filteredOn(unit -> !unit.right())
                .extracting(MajorityVotes::name)
                .containsExactly("OR 14");
    }

    @Test
    void noVerdictNamesAWrongRaceAndTheHealthyMachineIsNeverAlarmed() {
        for (VerdictTable.Row row : report.verdicts().rows()) {
            if (row.trueVerdict() == 0) {
                assertThat(row.verdicts().keySet()).as(row.recording()).containsExactly(0);
                assertThat(row.standing()).isZero();
            } else {
                assertThat(row.standing()).as(row.recording()).isIn(row.trueVerdict(), 1);
            }
        }
    }

    @Test
    void trainingGivesTheReleasedBundleByteForByte() throws ExportRefusedException {
        assertThat(pipeline.bundle())
                .isEqualTo(ReleasedModels.newest("vibration").orElseThrow().bundle());
    }
}
