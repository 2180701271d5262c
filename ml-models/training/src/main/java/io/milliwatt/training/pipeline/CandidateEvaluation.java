package io.milliwatt.training.pipeline;

import io.milliwatt.runtime.bundle.Bundle;
import io.milliwatt.runtime.model.Model;
import io.milliwatt.runtime.model.ProbabilityScale;
import io.milliwatt.training.evaluation.Bootstrap;
import io.milliwatt.training.evaluation.Candidate;
import io.milliwatt.training.evaluation.CrossValidation;
import io.milliwatt.training.evaluation.Figures;
import io.milliwatt.training.evaluation.MajorityVotes;
import io.milliwatt.training.evaluation.Prediction;
import io.milliwatt.training.evaluation.ProbabilityFit;
import io.milliwatt.training.evaluation.RankingArea;
import io.milliwatt.training.export.BundleExport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One candidate cross-validated, and trained on everything.
 *
 * @param foldBundles the bundle of each fold, by what it left out
 * @param bundle trained on all windows: what would be released
 */
// The array is copied both ways; two evaluations are never compared.
@SuppressWarnings("ArrayRecordComponent")
record CandidateEvaluation(CandidateReport report, Map<String, Bundle> foldBundles, byte[] bundle) {
    CandidateEvaluation {
        foldBundles = Map.copyOf(foldBundles);
        bundle = bundle.clone();
    }

    @Override
    public byte[] bundle() {
        return bundle.clone();
    }

    static CandidateEvaluation of(TrainingTask task, Candidate candidate, BundleExport export, long seed) {
        int classes = task.labels().size();
        CrossValidation honest = CrossValidation.run(candidate, task.honestSplit(), task.windows(), classes);
        CrossValidation leaky = CrossValidation.run(candidate, task.leakySplit(), task.windows(), classes);
        // The scale is fitted to held-out scores of the folds and used for all of them and for the release.
        ProbabilityScale scale = ProbabilityFit.fit(honest.scores());
        Map<String, Bundle> foldBundles = honest.models().stream()
                .collect(Collectors.toMap(
                        CrossValidation.FoldModel::leftOut,
                        fold -> Bundle.parse(
                                export.write(fold.model(), candidate.inputs().map(), scale, task.windows()))));
        Model released = candidate.train(task.windows(), classes).quantize();
        byte[] bundle = export.write(released, candidate.inputs().map(), scale, task.windows());
        return new CandidateEvaluation(
                report(task, candidate, honest, leaky, Bundle.parse(bundle), bundle.length, seed), foldBundles, bundle);
    }

    private static CandidateReport report(
            TrainingTask task,
            Candidate candidate,
            CrossValidation honest,
            CrossValidation leaky,
            Bundle released,
            int bundleBytes,
            long seed) {
        List<String> names = task.classNames();
        List<Prediction> predictions = honest.quantizedPredictions();
        Figures quantized = Figures.of(names, predictions);
        Figures inFloat = Figures.of(names, honest.floatPredictions());
        return new CandidateReport(
                candidate.name(),
                candidate.learner().id(),
                candidate.inputs().name(),
                candidate.learner().description(),
                quantized,
                inFloat,
                100 * (inFloat.macroF1() - quantized.macroF1()),
                classLosses(inFloat, quantized),
                folds(names, predictions),
                Bootstrap.macroF1(names, predictions, seed),
                RankingArea.macro(honest.scores(), names.size()),
                Figures.of(names, leaky.quantizedPredictions()).macroF1(),
                MajorityVotes.of(
                        names, predictions, prediction -> prediction.window().file()),
                MajorityVotes.of(
                        names, predictions, prediction -> prediction.window().unit()),
                bundleBytes,
                released.model().encode().length,
                released.model().model().operations());
    }

    private static List<CandidateReport.ClassLoss> classLosses(Figures inFloat, Figures quantized) {
        List<CandidateReport.ClassLoss> losses = new ArrayList<>();
        for (int label = 0; label < quantized.classes().size(); label++) {
            double before = inFloat.classes().get(label).f1();
            double after = quantized.classes().get(label).f1();
            losses.add(new CandidateReport.ClassLoss(
                    quantized.classes().get(label).name(), before, after, 100 * (before - after)));
        }
        return List.copyOf(losses);
    }

    private static List<CandidateReport.FoldFigure> folds(List<String> names, List<Prediction> predictions) {
        return predictions.stream().map(prediction -> prediction.window().group()).distinct().toList().stream()
                .map(group -> {
                    Figures figures = Figures.of(
                            names,
                            predictions.stream()
                                    .filter(prediction ->
                                            prediction.window().group().equals(group))
                                    .toList());
                    return new CandidateReport.FoldFigure(group, figures.macroF1(), figures.accuracy());
                })
                .toList();
    }
}
