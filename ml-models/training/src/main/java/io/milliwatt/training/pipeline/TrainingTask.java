package io.milliwatt.training.pipeline;

import io.milliwatt.datasets.catalogue.CatalogueFile;
import io.milliwatt.datasets.catalogue.DataSetDescription;
import io.milliwatt.datasets.split.Split;
import io.milliwatt.runtime.bundle.Label;
import io.milliwatt.runtime.decision.Decision;
import io.milliwatt.training.compression.CompressionStudy;
import io.milliwatt.training.evaluation.Baseline;
import io.milliwatt.training.evaluation.Candidate;
import io.milliwatt.training.example.LabelledWindow;
import io.milliwatt.training.export.NodeRecipe;
import java.util.ArrayList;
import java.util.List;

/**
 * All that a domain gives to the pipeline.
 *
 * @param modelId number of the model in bundles; one per domain and purpose, never reused
 * @param modelVersion that the next release carries
 * @param unitName what a physical unit is called, such as "bearing"
 * @param inputs the files read, for the model's origin
 * @param labels one per class, in class order
 * @param windows every window that is trained on or tested
 * @param candidates the first is the one to release; the others are compared with it
 * @param studies how small the candidates may become, and at what price
 * @param honestSplit by physical unit; every figure without the word leaky comes from it
 * @param anchors figures of others on the same data and split
 * @param decisionNotes how scores and values become a verdict and why the thresholds are what they are, in whole sentences
 * @param references recordings whose verdicts the report lists, healthy ones among them
 * @param limits what the model cannot do, in whole sentences
 */
public record TrainingTask(
        String domain,
        long modelId,
        long modelVersion,
        String intendedUse,
        String unitName,
        DataSetDescription dataSet,
        List<CatalogueFile> inputs,
        NodeRecipe recipe,
        List<Label> labels,
        List<LabelledWindow> windows,
        List<Candidate> candidates,
        List<CompressionStudy> studies,
        Split<LabelledWindow> honestSplit,
        Split<LabelledWindow> leakySplit,
        List<Baseline> baselines,
        List<Anchor> anchors,
        Decision decision,
        List<String> decisionNotes,
        List<ReferenceRecording> references,
        List<String> limits) {

    public TrainingTask {
        inputs = List.copyOf(inputs);
        labels = List.copyOf(labels);
        windows = List.copyOf(windows);
        candidates = List.copyOf(candidates);
        studies = List.copyOf(studies);
        baselines = List.copyOf(baselines);
        anchors = List.copyOf(anchors);
        decisionNotes = List.copyOf(decisionNotes);
        references = List.copyOf(references);
        limits = List.copyOf(limits);
        if (honestSplit.leaky() || !leakySplit.leaky()) {
            throw new IllegalArgumentException("the honest split must not leak and the leaky one must");
        }
    }

    /** A published or earlier figure to beat. */
    public record Anchor(String name, String figure, String source) {}

    /**
     * The same task with another candidate to release.
     *
     * @param wanted a candidate's name, or a learner's id for the first candidate of that learner
     */
    public TrainingTask releasing(String wanted) {
        Candidate chosen = candidates.stream()
                .filter(each ->
                        each.name().equals(wanted) || each.learner().id().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no candidate '" + wanted + "' for " + domain
                        + "; there are: "
                        + String.join(
                                ", ", candidates.stream().map(Candidate::name).toList()) + "."));
        List<Candidate> reordered = new ArrayList<>(candidates);
        reordered.remove(chosen);
        reordered.addFirst(chosen);
        return new TrainingTask(
                domain,
                modelId,
                modelVersion,
                intendedUse,
                unitName,
                dataSet,
                inputs,
                recipe,
                labels,
                windows,
                reordered,
                studies,
                honestSplit,
                leakySplit,
                baselines,
                anchors,
                decision,
                decisionNotes,
                references,
                limits);
    }

    public List<String> classNames() {
        return labels.stream().map(Label::name).toList();
    }
}
