package io.milliwatt.training.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.milliwatt.training.example.LabelledWindow;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FiguresTest {
    private static final List<String> CLASSES = List.of("a", "b", "c");

    @Test
    void figuresAreThoseOfScikitLearn() {
        // y = [0,0,0,1,1,2], p = [0,0,1,1,2,2]: f1_score(y, p, average=None) = [0.8, 0.5, 0.66667], macro 0.65556
        Figures figures = Figures.of(CLASSES, predictions(new int[] {0, 0, 0, 1, 1, 2}, new int[] {0, 0, 1, 1, 2, 2}));
        assertThat(figures.macroF1()).isCloseTo(0.655556, within(1e-6));
        assertThat(figures.accuracy()).isCloseTo(4.0 / 6, within(1e-12));
        assertThat(figures.classes()).extracting(Figures.ClassFigures::f1).containsExactly(0.8, 0.5, 2.0 / 3);
        assertThat(figures.confusion()).containsExactly(List.of(2, 1, 0), List.of(0, 1, 1), List.of(0, 0, 1));
    }

    @Test
    void aClassNeverPredictedCountsAsZeroAndNotAsAbsent() {
        Figures figures = Figures.of(CLASSES, predictions(new int[] {0, 1, 2}, new int[] {0, 0, 0}));
        assertThat(figures.macroF1()).isCloseTo(0.5 / 3, within(1e-12));
    }

    @Test
    void theMajorityOfAUnitDecidesForItAndATieGoesToTheFirst() {
        List<MajorityVotes> votes = MajorityVotes.of(
                CLASSES,
                predictions(new int[] {1, 1, 1, 1}, new int[] {1, 2, 2, 1}),
                prediction -> prediction.window().unit());
        assertThat(votes).singleElement().satisfies(unit -> {
            assertThat(unit.votes()).containsExactly(0, 2, 2);
            assertThat(unit.verdict()).isEqualTo("b");
            assertThat(unit.right()).isTrue();
        });
    }

    @Test
    void theBootstrapDrawsUnitsSoOneBadUnitOfThreeWidensIt() {
        List<Prediction> predictions = new ArrayList<>();
        for (int label = 0; label < 3; label++) {
            for (int unit = 0; unit < 3; unit++) {
                for (int i = 0; i < 30; i++) {
                    int predicted = label == 2 && unit == 0 ? 1 : label;
                    predictions.add(new Prediction(
                            new LabelledWindow("u" + label + unit, "g" + unit, "f", label, new int[0], new double[0]),
                            predicted));
                }
            }
        }
        Bootstrap.Interval interval = Bootstrap.macroF1(CLASSES, predictions, 1);
        assertThat(interval.units()).isEqualTo(9);
        assertThat(interval.high()).isEqualTo(1);
        // All three units of the third class can be the bad one in 1 of 27 draws, which is within 2.5 % and 97.5 %.
        assertThat(interval.low()).isLessThan(0.6);
        assertThat(Bootstrap.macroF1(CLASSES, predictions, 1)).isEqualTo(interval);
    }

    private static List<Prediction> predictions(int[] truths, int[] predicted) {
        List<Prediction> predictions = new ArrayList<>();
        for (int i = 0; i < truths.length; i++) {
            predictions.add(new Prediction(
                    new LabelledWindow("unit " + truths[i], "group", "file", truths[i], new int[0], new double[0]),
                    predicted[i]));
        }
        return predictions;
    }
}
