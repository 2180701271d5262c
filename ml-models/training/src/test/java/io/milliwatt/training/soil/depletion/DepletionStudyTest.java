package io.milliwatt.training.soil.depletion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.milliwatt.datasets.RecordingFolder;
import io.milliwatt.datasets.recording.RecordingException;
import io.milliwatt.dsp.soil.assimilation.AssimilationSettings;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The 64 cotton plots of Maricopa, 2018: the figures that the documents state. */
class DepletionStudyTest {
    private static final String FOLDER = "soil/pyfao56-fields";
    private static final double ROUNDED_MILLIMETRES = 0.05;

    private List<MeasuredPlot> fit;
    private List<MeasuredPlot> judged;

    @BeforeEach
    void readPlots() throws RecordingException {
        var folder = RecordingFolder.find(FOLDER);
        Assumptions.assumeTrue(folder.isPresent(), RecordingFolder.absence(FOLDER));
        List<MeasuredPlot> plots = MeasuredPlot.in(folder.orElseThrow());
        fit = plots.stream().filter(MeasuredPlot::forFitting).toList();
        judged = plots.stream().filter(plot -> !plot.forFitting()).toList();
    }

    @Test
    void halfOfThePlotsIsJudged() {
        assertThat(fit).hasSize(32);
        assertThat(judged).hasSize(32).noneMatch(plot -> plot.name().startsWith("cotton2018p01"));
    }

    /** pyfao56's own goodness of fit for these plots pools to 12.4 mm. */
    @Test
    void theTabledCropIsAsFarOffAsItsPublisherSays() {
        PlotErrors errors =
                DepletionStudy.given(judged, 0).filter(CropCalibration.TABLED, AssimilationSettings.STANDARD);
        assertThat(errors.rootMeanSquare()).isCloseTo(12.49, within(ROUNDED_MILLIMETRES));
    }

    @Test
    void readingsAndCalibrationBringTheErrorBelowTheBars() {
        assertThat(error(0)).isLessThan(12);
        assertThat(error(2)).isLessThan(7);
        assertThat(error(3)).isLessThan(7.5);
    }

    @Test
    void theBandsHoldAboutAsManyReadingsAsTheyClaim() {
        for (int every : List.of(0, 2, 3)) {
            PlotErrors errors = DepletionStudy.given(judged, every)
                    .filter(CropCalibration.MARICOPA_COTTON, AssimilationSettings.STANDARD);
            assertThat(errors.within80()).isBetween(0.75, 0.9);
            assertThat(errors.within90()).isBetween(0.86, 0.96);
        }
    }

    @Test
    void theSearchFindsItsWayFromTheTabledCropOnTheFittedPlots() {
        CalibrationSearch search = new CalibrationSearch(fit.subList(0, 8), 1);
        CropCalibration found = search.search(25);
        assertThat(search.error(found)).isLessThan(search.error(CropCalibration.TABLED));
        assertThat(search.error(CropCalibration.MARICOPA_COTTON)).isLessThan(search.error(CropCalibration.TABLED));
    }

    private double error(int every) {
        return DepletionStudy.given(judged, every)
                .filter(CropCalibration.MARICOPA_COTTON, AssimilationSettings.STANDARD)
                .rootMeanSquare();
    }
}
