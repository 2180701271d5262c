package io.milliwatt.training.compression;

import io.milliwatt.datasets.split.Fold;
import io.milliwatt.datasets.split.Split;
import io.milliwatt.runtime.model.Model;
import io.milliwatt.runtime.model.ModelSection;
import io.milliwatt.runtime.model.ProbabilityScale;
import io.milliwatt.training.evaluation.Candidate;
import io.milliwatt.training.evaluation.Figures;
import io.milliwatt.training.evaluation.MajorityVotes;
import io.milliwatt.training.evaluation.Prediction;
import io.milliwatt.training.example.LabelledWindow;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures the points of a study.
 *
 * @param classNames in class order
 */
public record CurveMeasurement(
        Split<LabelledWindow> honestSplit, List<LabelledWindow> windows, List<String> classNames) {
    public CurveMeasurement {
        windows = List.copyOf(windows);
        classNames = List.copyOf(classNames);
        if (honestSplit.leaky()) {
            throw new IllegalArgumentException("a curve is drawn on an honest split: " + honestSplit.description());
        }
    }

    public CompressionCurve of(CompressionStudy study) {
        List<CurvePoint> points = new ArrayList<>();
        CurvePoint full = point(new CompressionSetting("none", "as trained", study.full()), Double.NaN);
        points.add(full);
        for (CompressionSetting setting : study.settings()) {
            points.add(point(setting, full.macroF1()));
        }
        return CompressionCurve.choose(
                study.full().name(), points, study.allowedLossPoints(), study.leastSavingBytes());
    }

    /** @param fullMacroF1 not a number for the full model itself */
    private CurvePoint point(CompressionSetting setting, double fullMacroF1) {
        Candidate candidate = setting.candidate();
        List<Prediction> predictions = new ArrayList<>();
        for (Fold<LabelledWindow> fold : honestSplit.folds(windows)) {
            Model model = candidate.train(fold.training(), classNames.size()).quantize();
            for (LabelledWindow window : fold.test()) {
                short[] scores = model.score(candidate.inputs().map().apply(window.values()));
                predictions.add(new Prediction(window, Model.winner(scores)));
            }
        }
        Model whole = candidate.train(windows, classNames.size()).quantize();
        double macroF1 = Figures.of(classNames, predictions).macroF1();
        List<MajorityVotes> units = MajorityVotes.of(
                classNames, predictions, prediction -> prediction.window().unit());
        return new CurvePoint(
                setting.technique(),
                setting.setting(),
                new ModelSection(new ProbabilityScale(0), candidate.inputs().map(), whole).encode().length,
                whole.operations(),
                macroF1,
                Double.isNaN(fullMacroF1) ? 0 : 100 * (fullMacroF1 - macroF1),
                units.stream().filter(MajorityVotes::right).count(),
                units.size());
    }
}
