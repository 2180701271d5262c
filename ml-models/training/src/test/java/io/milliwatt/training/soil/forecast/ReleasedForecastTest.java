package io.milliwatt.training.soil.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import io.milliwatt.datasets.RecordingFolder;
import io.milliwatt.models.ReleasedModels;
import io.milliwatt.runtime.bundle.Bundle;
import io.milliwatt.runtime.soil.SoilForecaster;
import io.milliwatt.training.soil.evaluation.Figure;
import io.milliwatt.training.soil.evaluation.SectionReport;
import io.milliwatt.training.soil.evaluation.SoilFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The released forecast and its siblings: that features, network and rule still are what was released. */
class ReleasedForecastTest {

    private static final String FOLDER = "soil/uscrn-daily-2020";

    private static SectionReport judged(Path folder) throws IOException {
        return new ForecastSection().judge(new SoilFolders(folder), (what, done, total) -> {});
    }

    @Test
    void theBundleIsWithinItsBudget() {
        byte[] file = ReleasedModels.newest("soil").orElseThrow().bundle();
        Bundle bundle = Bundle.parse(file);
        assertThat(file).hasSizeLessThanOrEqualTo(8 * 1_024);
        assertThat(bundle.identity().ramBytes()).isLessThanOrEqualTo(1_024);
        assertThat(bundle.recipe().bytes()).isEqualTo(ForecastBundle.recipe().toBytes());
        assertThat(new SoilForecaster(bundle).qualityMask()).isEqualTo(ForecastRule.QUALITY_MASK);
    }

    @Test
    void eachFoldHasItsOwnSibling() {
        ForecastSiblings siblings = ForecastSiblings.load();
        Set<Object> different = new HashSet<>();
        for (byte[] sibling : siblings.siblings()) {
            Bundle bundle = Bundle.parse(sibling);
            assertThat(bundle.recipe().bytes())
                    .isEqualTo(ForecastBundle.recipe().toBytes());
            different.add(bundle.model()
                    .model()
                    .score(new short[bundle.model().model().inputs()])[0]);
        }
        assertThat(different).hasSizeGreaterThan(1);
        assertThat(siblings.folds().foldOf()).hasSize(77);
        assertThat(Set.copyOf(siblings.folds().foldOf().values())).hasSize(ForecastDesign.FOLDS);
    }

    /** Every bar, on every station by the sibling that has not met it, as the card says it. */
    @Test
    void theFiguresOfTheCardCanBeHadAgain() throws IOException {
        var found = RecordingFolder.find(FOLDER);
        Assumptions.assumeTrue(found.isPresent(), RecordingFolder.absence(FOLDER));
        SectionReport report = judged(found.orElseThrow());
        String card = ReleasedModels.newest("soil").orElseThrow().evaluation();
        assertThat(report.figures()).hasSize(15);
        for (Figure figure : report.figures()) {
            assertThat(card).contains(figure.name());
            assertThat(figure.value())
                    .as(figure.name())
                    .isGreaterThanOrEqualTo(figure.bar().orElseThrow().limit());
        }
    }

    @Test
    void aFolderWithoutStationsIsAbsentAndNotAFailure(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("other.csv"), "a,b\n1,2\n");
        assertThat(judged(folder).absence()).isPresent();
        assertThat(judged(folder).figures()).isEqualTo(List.of());
    }
}
