package io.milliwatt.training.soil.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.milliwatt.datasets.RecordingFolder;
import io.milliwatt.datasets.network.UscrnDaily;
import io.milliwatt.dsp.soil.fault.FaultDetector;
import io.milliwatt.dsp.soil.fault.FaultKind;
import io.milliwatt.dsp.soil.fault.FaultModel;
import io.milliwatt.models.ReleasedFaultModel;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class ReleasedFaultModelTest {
    private static final String FOLDER = "soil/uscrn-daily-2020";
    /** Enough stations to tell a broken detector, few enough for a test. */
    private static final int EVERY = 5;

    @Test
    void theReleasedTreesParseAndTheirCardTellsWhereTheyFail() throws IOException {
        FaultModel model = FaultSection.released();
        assertThat(model.parts().keySet()).containsAll(FaultTraining.LEARNT);
        assertThat(ReleasedFaultModel.card())
                .startsWith("# Model card: soil-faults")
                .contains("## Where it fails");
    }

    @Test
    void faultsAreFoundOnStationsThatTheTreesHaveNotSeen() throws IOException {
        var folder = RecordingFolder.find(FOLDER);
        Assumptions.assumeTrue(folder.isPresent(), RecordingFolder.absence(FOLDER));
        FaultModel model = FaultSection.released();
        List<NetworkProbes.Depth> unseen =
                NetworkProbes.of(UscrnDaily.read(folder.orElseThrow().resolve("uscrn_daily_2020_dev.csv.gz"))).stream()
                        .filter(depth -> !model.learntFrom().contains(depth.number()))
                        .toList();
        List<NetworkProbes.Depth> some = IntStream.range(0, unseen.size())
                .filter(i -> i % EVERY == 0)
                .mapToObj(unseen::get)
                .toList();
        FaultScores scores = FaultScores.of(new FaultDetector(model)::detect, some, 7);
        for (FaultKind kind : List.of(FaultKind.SPIKE, FaultKind.STUCK, FaultKind.BREAK, FaultKind.FROZEN)) {
            assertThat(scores.of(kind).recall()).as(kind.name()).isGreaterThan(0.9);
        }
        assertThat(scores.of(FaultKind.STEP).recall()).isGreaterThan(0.85);
        assertThat(scores.suddenFalseAlarms()).isLessThan(0.08);
        assertThat(scores.of(FaultKind.DRIFT).recall()).isGreaterThan(0.8);
        assertThat(scores.falseAlarms(FaultKind.DRIFT)).isLessThan(0.08);
    }
}
