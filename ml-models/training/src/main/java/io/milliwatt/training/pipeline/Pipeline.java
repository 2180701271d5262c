package io.milliwatt.training.pipeline;

import io.milliwatt.runtime.bundle.Bundle;
import io.milliwatt.runtime.model.Model;
import io.milliwatt.training.compression.CompressionCurve;
import io.milliwatt.training.compression.CompressionStudy;
import io.milliwatt.training.compression.CurveMeasurement;
import io.milliwatt.training.evaluation.Baseline;
import io.milliwatt.training.evaluation.Candidate;
import io.milliwatt.training.evaluation.Figures;
import io.milliwatt.training.evaluation.MajorityVotes;
import io.milliwatt.training.evaluation.Prediction;
import io.milliwatt.training.export.BundleExport;
import io.milliwatt.training.pipeline.EvaluationReport.BaselineReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Cross-validates a task's candidates, trains the first on everything and writes its bundle. */
public final class Pipeline {
    private final TrainingTask task;
    private final long seed;
    private final List<CandidateEvaluation> evaluations = new ArrayList<>();
    private final List<CompressionCurve> curves = new ArrayList<>();

    private Pipeline(TrainingTask task, long seed) {
        this.task = task;
        this.seed = seed;
    }

    /** Runs all candidates; the task's recordings have been read already. */
    public static Pipeline run(TrainingTask task, long seed, Progress progress) {
        BundleExport export =
                new BundleExport(task.recipe(), task.labels(), task.decision(), task.modelId(), task.modelVersion());
        Pipeline pipeline = new Pipeline(task, seed);
        List<Candidate> candidates = task.candidates();
        for (int i = 0; i < candidates.size(); i++) {
            progress.step("cross-validating " + candidates.get(i).name(), i, candidates.size());
            pipeline.evaluations.add(CandidateEvaluation.of(task, candidates.get(i), export, seed));
        }
        CurveMeasurement measurement = new CurveMeasurement(task.honestSplit(), task.windows(), task.classNames());
        List<CompressionStudy> studies = task.studies();
        for (int i = 0; i < studies.size(); i++) {
            progress.step("compressing " + studies.get(i).full().name(), i, studies.size());
            pipeline.curves.add(measurement.of(studies.get(i)));
        }
        return pipeline;
    }

    /**
     * The bundle of a candidate trained on all windows.
     *
     * @param candidate its name, as in the report
     * @throws ExportRefusedException when quantization cost too much
     */
    public byte[] bundle(String candidate, QuantizationGate gate) throws ExportRefusedException {
        for (CandidateEvaluation evaluation : evaluations) {
            if (evaluation.report().name().equals(candidate)) {
                gate.check(evaluation.report());
                return evaluation.bundle();
            }
        }
        throw new IllegalArgumentException("there is no candidate '" + candidate + "'; there are "
                + evaluations.stream().map(each -> each.report().name()).toList());
    }

    /** The bundle to release: the first candidate's. */
    public byte[] bundle() throws ExportRefusedException {
        return bundle(evaluations.getFirst().report().name(), QuantizationGate.standard());
    }

    /** @param released a bundle to judge on the same recordings, for comparison */
    public EvaluationReport report(Optional<byte[]> released) {
        CandidateEvaluation first = evaluations.getFirst();
        Bundle trained = Bundle.parse(first.bundle());
        return new EvaluationReport(
                EvaluationReport.FORMAT,
                task.domain(),
                Summary.of(first.report(), task.unitName()),
                task.intendedUse(),
                task.unitName(),
                task.dataSet(),
                new EvaluationReport.Origin(
                        task.recipe().id(),
                        task.recipe().version(),
                        task.recipe().digest(),
                        task.recipe().outputs(),
                        seed,
                        first.report().name() + ": " + first.report().trainer(),
                        task.inputs()),
                task.honestSplit().description(),
                task.labels(),
                evaluations.stream().map(CandidateEvaluation::report).toList(),
                task.baselines().stream().map(this::baseline).toList(),
                task.anchors(),
                curves,
                task.decisionNotes(),
                VerdictTable.of(
                        "models that had not met the " + task.unitName()
                                + "; recordings of no fold by the model trained on everything",
                        task.references(),
                        recording -> first.foldBundles().getOrDefault(recording.group(), trained)),
                task.candidates().getFirst().inputs().valueIndices().stream()
                        .map(task.recipe().outputs()::get)
                        .toList(),
                points(first),
                new EvaluationReport.Needs(
                        first.bundle().length,
                        trained.identity().ramBytes(),
                        trained.identity().scratchBytes(),
                        trained.model().model().operations(),
                        trained.recipe().bytes().length),
                released.map(this::released),
                task.limits());
    }

    private BaselineReport baseline(Baseline baseline) {
        List<Prediction> predictions = baseline.predict(task.honestSplit(), task.windows());
        List<MajorityVotes> files = MajorityVotes.of(
                task.classNames(), predictions, each -> each.window().file());
        List<MajorityVotes> units = MajorityVotes.of(
                task.classNames(), predictions, each -> each.window().unit());
        return new BaselineReport(
                baseline.name(),
                baseline.description(),
                Figures.of(task.classNames(), predictions),
                files.stream().filter(MajorityVotes::right).count(),
                files.size(),
                units.stream().filter(MajorityVotes::right).count(),
                units.size());
    }

    private List<EvaluationReport.ScatterPoint> points(CandidateEvaluation evaluation) {
        Candidate candidate = task.candidates().getFirst();
        return task.windows().stream()
                .map(window -> new EvaluationReport.ScatterPoint(
                        window.unit(),
                        window.label(),
                        predicted(evaluation.foldBundles().get(window.group()), window.values()),
                        candidate.inputs().valueIndices().stream()
                                .map(window::value)
                                .toList()))
                .toList();
    }

    private EvaluationReport.ReleasedReport released(byte[] file) {
        Bundle bundle = Bundle.parse(file);
        List<Prediction> predictions = task.windows().stream()
                .map(window -> new Prediction(window, predicted(bundle, window.values())))
                .toList();
        return new EvaluationReport.ReleasedReport(
                Sha256.hex(file),
                bundle.identity().modelVersion(),
                "The released bundle was trained on these very recordings. What to expect of a " + task.unitName()
                        + " it has not met are the cross-validated figures.",
                Figures.of(task.classNames(), predictions),
                VerdictTable.of("the released bundle", task.references(), recording -> bundle));
    }

    private static int predicted(Bundle bundle, int[] values) {
        return Model.winner(
                bundle.model().model().score(bundle.model().inputMap().apply(values)));
    }
}
