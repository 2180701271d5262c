package io.milliwatt.training.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.milliwatt.runtime.model.Model;
import io.milliwatt.training.example.InputSelection;
import io.milliwatt.training.example.LabelledWindow;
import io.milliwatt.training.example.TribuoDataset;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class NearestCentroidLearnerTest {
    private static final InputSelection TWO = new InputSelection("two", List.of(0, 1));

    @Test
    void meansAndSpreadsAreThoseOfTheWindows() {
        // numpy: std([0, 20, 100, 120]) = 50.99, std([0, 0, 10, 30]) = 12.247
        TrainedCentroids trained =
                train(List.of(window(0, 0, 0), window(0, 20, 0), window(1, 100, 10), window(1, 120, 30)));
        assertThat(trained.centroids()).isDeepEqualTo(new double[][] {{10, 0}, {110, 20}});
        assertThat(trained.spread()[0]).isCloseTo(50.990, within(1e-3));
        assertThat(trained.spread()[1]).isCloseTo(12.247, within(1e-3));
    }

    @Test
    void theIntegerDistanceKeepsTheOrderOfTheRealOneUpToTheExtremesOfInt16() {
        TrainedCentroids trained =
                train(List.of(window(0, -900, 400), window(0, -880, 800), window(1, 700, 500), window(1, 720, 600)));
        Model model = trained.quantize();
        for (int x = -2000; x <= 2000; x += 50) {
            short[] inputs = {(short) x, 500};
            assertThat(Model.winner(model.score(inputs))).isEqualTo(trained.classify(new double[] {x, 500}));
        }
    }

    @Test
    void aClassWithoutWindowsIsRefused() {
        List<LabelledWindow> onlyTheFirst = List.of(window(0, 1, 2), window(0, 3, 4));
        assertThatThrownBy(() -> train(onlyTheFirst)).hasMessageContaining("a class has no training window");
    }

    private static TrainedCentroids train(List<LabelledWindow> windows) {
        return (TrainedCentroids) new NearestCentroidLearner().train(TribuoDataset.of(windows, TWO), 2);
    }

    private static LabelledWindow window(int label, int... values) {
        return new LabelledWindow(
                "unit",
                "group",
                "file",
                label,
                values,
                Arrays.stream(values).asDoubleStream().toArray());
    }
}
