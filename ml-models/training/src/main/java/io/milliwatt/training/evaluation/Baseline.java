package io.milliwatt.training.evaluation;

import io.milliwatt.datasets.split.Fold;
import io.milliwatt.datasets.split.Split;
import io.milliwatt.training.example.LabelledWindow;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * A rule that a model must beat to be worth its bytes.
 *
 * @param description for reports
 */
public record Baseline(String name, String description, Rule rule) {
    /** Makes a classifier from the training part; rules without training ignore it. */
    @FunctionalInterface
    public interface Rule {
        ToIntFunction<LabelledWindow> fit(List<LabelledWindow> training);
    }

    /** Says the class that most training windows have. */
    public static Baseline majorityClass(int classCount) {
        return new Baseline("majority class", "always the commonest class of the training part", training -> {
            int[] counts = new int[classCount];
            int commonest = 0;
            for (LabelledWindow window : training) {
                counts[window.label()]++;
            }
            for (int label = 1; label < classCount; label++) {
                commonest = counts[label] > counts[commonest] ? label : commonest;
            }
            int answer = commonest;
            return window -> answer;
        });
    }

    public List<Prediction> predict(Split<LabelledWindow> split, List<LabelledWindow> windows) {
        List<Prediction> predictions = new ArrayList<>();
        for (Fold<LabelledWindow> fold : split.folds(windows)) {
            ToIntFunction<LabelledWindow> classifier = rule.fit(fold.training());
            for (LabelledWindow window : fold.test()) {
                predictions.add(new Prediction(window, classifier.applyAsInt(window)));
            }
        }
        return List.copyOf(predictions);
    }
}
