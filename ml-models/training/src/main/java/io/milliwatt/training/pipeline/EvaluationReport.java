package io.milliwatt.training.pipeline;

import io.milliwatt.datasets.catalogue.CatalogueFile;
import io.milliwatt.datasets.catalogue.DataSetDescription;
import io.milliwatt.runtime.bundle.Label;
import io.milliwatt.training.compression.CompressionCurve;
import io.milliwatt.training.evaluation.Figures;
import io.milliwatt.training.export.NodeRecipe;
import java.util.List;
import java.util.Optional;

/**
 * Everything that an evaluation found, as it is written to JSON and to the model card.
 *
 * @param format of this report, grows when fields change their meaning
 * @param protocol how the honest figures were made
 * @param candidates the first is the one released
 * @param compression what the candidates lose by being made smaller
 * @param verdicts of the released candidate's fold models: no verdict by a model that had met the bearing
 * @param modelInputs the recipe values that the released candidate is given
 * @param windows every window by its true class and by what a fold model that had not met its unit said
 * @param releasedBundle the bundle in the suite judged on the same recordings, which it has seen; absent where none was given
 */
public record EvaluationReport(
        int format,
        String domain,
        Summary summary,
        String intendedUse,
        String unitName,
        DataSetDescription dataSet,
        Origin origin,
        String protocol,
        List<Label> labels,
        List<CandidateReport> candidates,
        List<BaselineReport> baselines,
        List<TrainingTask.Anchor> anchors,
        List<CompressionCurve> compression,
        List<String> decisionNotes,
        VerdictTable verdicts,
        List<NodeRecipe.Output> modelInputs,
        List<ScatterPoint> windows,
        Needs needs,
        Optional<ReleasedReport> releasedBundle,
        List<String> limits) {

    public static final int FORMAT = 1;

    public EvaluationReport {
        compression = List.copyOf(compression);
    }

    /**
     * Where a model comes from: the same origin gives the same bytes.
     *
     * @param inputs every file with its SHA-256
     */
    public record Origin(
            int recipeId,
            int recipeVersion,
            String recipeDigest,
            List<NodeRecipe.Output> recipeValues,
            long seed,
            String trainer,
            List<CatalogueFile> inputs) {}

    /** A rule without a model, on the same folds. */
    public record BaselineReport(
            String name, String description, Figures figures, long filesRight, int files, long unitsRight, int units) {}

    /**
     * One window in the plane of the released model's inputs.
     *
     * @param inputs in the recipe's integers
     */
    public record ScatterPoint(String unit, int label, int predicted, List<Integer> inputs) {}

    /** What the released candidate asks of a node. */
    public record Needs(int flashBytes, long ramBytes, long scratchBytes, int operations, int recipeBytes) {}

    /**
     * @param note why these figures are no measure of what to expect
     * @param figures on the windows it was trained on
     */
    public record ReleasedReport(
            String sha256, long modelVersion, String note, Figures figures, VerdictTable verdicts) {}

    public CandidateReport released() {
        return candidates.getFirst();
    }
}
