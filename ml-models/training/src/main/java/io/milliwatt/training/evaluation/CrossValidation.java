package io.milliwatt.training.evaluation;

import io.milliwatt.datasets.split.Fold;
import io.milliwatt.datasets.split.Split;
import io.milliwatt.runtime.model.Model;
import io.milliwatt.training.example.LabelledWindow;
import io.milliwatt.training.learner.TrainedClassifier;
import java.util.ArrayList;
import java.util.List;

/**
 * Trains a candidate on each fold's training part and judges the held-out part twice: by the node's own integers from sample to class, through
 * the very code that runs a bundle, and with features and model in floating point, which is what quantization is measured
 * against.
 *
 * @param leaky whether units stood on both sides
 */
public record CrossValidation(
        boolean leaky,
        List<FoldModel> models,
        List<Prediction> floatPredictions,
        List<Prediction> quantizedPredictions,
        List<HeldOutScores> scores) {

    /** The quantized model of one fold. */
    public record FoldModel(String leftOut, Model model) {}

    /** Raw scores of the quantized model for one held-out window. */
    public record HeldOutScores(int label, List<Short> scores) {}

    public static CrossValidation run(
            Candidate candidate, Split<LabelledWindow> split, List<LabelledWindow> windows, int classCount) {
        List<FoldModel> models = new ArrayList<>();
        List<Prediction> inFloat = new ArrayList<>();
        List<Prediction> quantized = new ArrayList<>();
        List<HeldOutScores> scores = new ArrayList<>();
        for (Fold<LabelledWindow> fold : split.folds(windows)) {
            TrainedClassifier real = candidate.trainReal(fold.training(), classCount);
            Model model = candidate.train(fold.training(), classCount).quantize();
            models.add(new FoldModel(fold.name(), model));
            for (LabelledWindow window : fold.test()) {
                inFloat.add(
                        new Prediction(window, real.classify(candidate.inputs().realOf(window))));
                short[] raw = model.score(candidate.inputs().map().apply(window.values()));
                quantized.add(new Prediction(window, Model.winner(raw)));
                List<Short> list = new ArrayList<>();
                for (short score : raw) {
                    list.add(score);
                }
                scores.add(new HeldOutScores(window.label(), List.copyOf(list)));
            }
        }
        return new CrossValidation(
                split.leaky(), List.copyOf(models), List.copyOf(inFloat), List.copyOf(quantized), List.copyOf(scores));
    }
}
