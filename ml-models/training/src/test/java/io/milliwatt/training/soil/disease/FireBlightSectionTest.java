package io.milliwatt.training.soil.disease;

import static org.assertj.core.api.Assertions.assertThat;

import io.milliwatt.datasets.RecordingFolder;
import io.milliwatt.dsp.soil.disease.FireBlight;
import io.milliwatt.training.pipeline.Progress;
import io.milliwatt.training.soil.disease.Orchard.Bloom;
import io.milliwatt.training.soil.disease.Orchard.OrchardDay;
import io.milliwatt.training.soil.evaluation.SectionReport;
import io.milliwatt.training.soil.evaluation.SoilFolders;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FireBlightSectionTest {

    private static final String FOLDER = "soil/fire4cast-pear";
    private static final LocalDate OPEN = LocalDate.of(2026, 4, 10);

    /** Four warm days of 28 °C make 110 °C·h above 18.3 °C and more; the rain of the fifth carries the bacteria in. */
    @Test
    void warmDaysAndThenRainInfectOpenBlossoms() {
        Orchard orchard = orchard(OPEN.plusDays(20));
        assertThat(BlossomRisk.of(orchard, OPEN.plusDays(3))).isEqualTo(FireBlight.Risk.HIGH);
        assertThat(BlossomRisk.of(orchard, OPEN.plusDays(4))).isEqualTo(FireBlight.Risk.INFECTION);
        assertThat(BlossomRisk.highest(orchard, OPEN.plusDays(10), 14)).isEqualTo(FireBlight.Risk.INFECTION);
        assertThat(BlossomRisk.of(orchard(OPEN.plusDays(2)), OPEN.plusDays(4))).isEqualTo(FireBlight.Risk.LOW);
    }

    /** Counted beforehand by an independent script: two of 18 increases, two false warnings, within 28 days. */
    @Test
    void theOrchardsAreJudgedWithTheirBaselines() throws IOException {
        Path folder = RecordingFolder.find(FOLDER).orElseGet(() -> Assumptions.abort(RecordingFolder.absence(FOLDER)));
        SectionReport report = new FireBlightSection().judge(new SoilFolders(folder), Progress.silent());
        assertThat(report.tables().getFirst().rows().get(0)).contains("0 of 18, 2 false of 22");
        assertThat(report.tables().getFirst().rows().get(2)).contains("2 of 18, 2 false of 22");
        assertThat(report.tables().getFirst().rows().get(4)).contains("18 of 18, 22 false of 22");
        assertThat(report.remarks()).isNotEmpty();
    }

    @Test
    void withoutTheOrchardsItSaysSo(@TempDir Path empty) throws IOException {
        assertThat(new FireBlightSection()
                        .judge(new SoilFolders(empty), Progress.silent())
                        .absence())
                .hasValueSatisfying(why -> assertThat(why).contains("vn_qn_clim.xlsx"));
    }

    private static Orchard orchard(LocalDate petalFall) {
        NavigableMap<LocalDate, OrchardDay> days = new TreeMap<>();
        for (int day = -2; day < 30; day++) {
            days.put(OPEN.plusDays(day), new OrchardDay(21, 14, 28, day == 4 ? 3 : 0));
        }
        return new Orchard("made", days, Map.of(2026, new Bloom(OPEN, petalFall)), new TreeMap<>());
    }
}
