package io.milliwatt.training.learner;

import static org.assertj.core.api.Assertions.assertThat;

import io.milliwatt.runtime.model.Model;
import io.milliwatt.training.SyntheticWindows;
import io.milliwatt.training.example.LabelledWindow;
import io.milliwatt.training.example.TribuoDataset;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class QuantizationTest {
    private static final List<LabelledWindow> TRAINING = SyntheticWindows.windows(3, 1);
    private static final List<LabelledWindow> UNSEEN = SyntheticWindows.windows(3, 2);

    /** Classes three spreads apart with noise: a Bayes classifier gets about 95 %. */
    private static final double LEAST_ACCURACY = 0.9;

    static List<Learner> learners() {
        return List.of(new NearestCentroidLearner(), new LogisticLearner(10, 3), new ForestLearner(25, 6, 0.5, 3));
    }

    @ParameterizedTest
    @MethodSource("learners")
    void theIntegerModelSaysWhatItsParentSays(Learner learner) {
        TrainedClassifier trained = train(learner);
        Model model = trained.quantize();
        int agreements = 0;
        for (LabelledWindow window : UNSEEN) {
            int quantized =
                    Model.winner(model.score(SyntheticWindows.INPUTS.map().apply(window.values())));
            agreements += quantized == trained.classify(SyntheticWindows.INPUTS.of(window)) ? 1 : 0;
        }
        // Rounding may flip a window that lies on a boundary; one in a hundred is far more than it does.
        assertThat(agreements).isGreaterThanOrEqualTo(UNSEEN.size() * 99 / 100);
    }

    @ParameterizedTest
    @MethodSource("learners")
    void theModelLearns(Learner learner) {
        Model model = train(learner).quantize();
        long right = UNSEEN.stream()
                .filter(window ->
                        Model.winner(model.score(SyntheticWindows.INPUTS.map().apply(window.values())))
                                == window.label())
                .count();
        assertThat((double) right / UNSEEN.size()).isGreaterThan(LEAST_ACCURACY);
    }

    @ParameterizedTest
    @MethodSource("learners")
    void trainingRepeatsToTheLastScore(Learner learner) {
        TrainedClassifier first = train(learner);
        TrainedClassifier second = train(learner);
        for (LabelledWindow window : UNSEEN) {
            double[] inputs = SyntheticWindows.INPUTS.of(window);
            assertThat(second.score(inputs)).isEqualTo(first.score(inputs));
        }
    }

    private static TrainedClassifier train(Learner learner) {
        return learner.train(TribuoDataset.of(TRAINING, SyntheticWindows.INPUTS), 3);
    }
}
