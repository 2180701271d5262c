package io.milliwatt.training.compression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milliwatt.datasets.split.LeakyRandomFolds;
import io.milliwatt.datasets.split.LeaveOneGroupOut;
import io.milliwatt.training.SyntheticWindows;
import io.milliwatt.training.evaluation.Candidate;
import io.milliwatt.training.example.LabelledWindow;
import io.milliwatt.training.learner.ForestCompression;
import io.milliwatt.training.learner.ForestLearner;
import java.util.List;
import org.junit.jupiter.api.Test;

class CompressionCurveTest {
    private static final ForestLearner FOREST = new ForestLearner(15, 6, 0.5, 1);

    private static CurveMeasurement measurement() {
        return new CurveMeasurement(
                new LeaveOneGroupOut<>("leave one group out", LabelledWindow::group, LabelledWindow::unit),
                SyntheticWindows.windows(3, 5),
                SyntheticWindows.CLASSES);
    }

    private static CompressionSetting setting(ForestCompression compression) {
        return new CompressionSetting(
                "test", compression.toString(), new Candidate(FOREST.compressed(compression), SyntheticWindows.INPUTS));
    }

    @Test
    void aModelThatLosesMoreThanAllowedIsNotChosenHoweverSmall() {
        CompressionCurve curve = measurement()
                .of(new CompressionStudy(
                        new Candidate(FOREST, SyntheticWindows.INPUTS),
                        List.of(
                                setting(ForestCompression.pruned(0.002)),
                                setting(ForestCompression.pruned(0.002).sharing(8, 16)),
                                setting(ForestCompression.pruned(1))),
                        2,
                        16));
        CurvePoint trunk = curve.points().get(3);
        assertThat(trunk.operations()).isZero();
        assertThat(trunk.macroF1()).isLessThan(0.4);
        assertThat(curve.chosen()).isIn(1, 2);
        assertThat(curve.chosenPoint().modelBytes())
                .isLessThan(curve.points().getFirst().modelBytes());
        assertThat(curve.chosenPoint().lostPoints()).isLessThanOrEqualTo(2);
        assertThat(curve.reason()).contains("instead of").contains("expect a little less");
    }

    @Test
    void whereNothingSmallerHoldsTheFullModelStays() {
        CompressionCurve curve = measurement()
                .of(new CompressionStudy(
                        new Candidate(FOREST, SyntheticWindows.INPUTS),
                        List.of(setting(ForestCompression.pruned(1))),
                        2,
                        16));
        assertThat(curve.chosen()).isZero();
        assertThat(curve.reason()).startsWith("Nothing that saves at least 16 bytes stays within 2.0 points");
    }

    @Test
    void aLeakySplitIsRefused() {
        assertThatThrownBy(() -> new CurveMeasurement(
                        new LeakyRandomFolds<>(3, 1), SyntheticWindows.windows(3, 5), SyntheticWindows.CLASSES))
                .hasMessageContaining("honest split");
    }
}
