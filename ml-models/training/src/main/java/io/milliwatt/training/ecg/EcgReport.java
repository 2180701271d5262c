package io.milliwatt.training.ecg;

import io.milliwatt.datasets.catalogue.DataSetDescription;
import io.milliwatt.datasets.ecg.BeatClass;
import java.util.List;
import java.util.Optional;

/**
 * All figures of a training of the beat classifier; what card.md, card.html and evaluation.json say.
 *
 * @param statement what this is and is not
 * @param candidates the first is released; all cross-validated on the same eleven folds
 * @param records of the released candidate on the node, by record
 * @param stress of the released candidate on the node, by kind of stress record
 * @param anchors figures of others on the same split
 * @param tried what was tried and did not help
 * @param sealed figures of this very bundle on DS2, if the one run was of it
 */
record EcgReport(
        int format,
        String domain,
        String statement,
        DataSetDescription dataSet,
        Origin origin,
        List<CandidateFigures> candidates,
        List<RecordFigures> records,
        List<StressFigures> stress,
        List<Anchor> anchors,
        Needs needs,
        List<String> decision,
        List<String> tried,
        List<String> limits,
        Optional<SealedRun> sealed) {

    static final int FORMAT = 1;

    EcgReport {
        candidates = List.copyOf(candidates);
        records = List.copyOf(records);
        stress = List.copyOf(stress);
        anchors = List.copyOf(anchors);
        decision = List.copyOf(decision);
        tried = List.copyOf(tried);
        limits = List.copyOf(limits);
    }

    /** @param bundleSha256 of model.mwm */
    record Origin(String recipeDigest, long seed, List<String> margins, String bundleSha256) {}

    /** Figures in per cent; V and S as EC57 counts them. */
    record Figures(
            double accuracy,
            double accuracyMissedCounted,
            double normalSensitivity,
            double normalPredictivity,
            double supraventricularSensitivity,
            double supraventricularPredictivity,
            double ventricularSensitivity,
            double ventricularPredictivity,
            List<List<Integer>> matrix) {
        static Figures of(BeatCounts counts) {
            return new Figures(
                    counts.accuracy(),
                    counts.accuracyOfAll(),
                    counts.sensitivity(BeatClass.N),
                    counts.positivePredictivity(BeatClass.N),
                    counts.sensitivity(BeatClass.S),
                    counts.positivePredictivity(BeatClass.S),
                    counts.sensitivity(BeatClass.V),
                    counts.positivePredictivity(BeatClass.V),
                    counts.matrix());
        }
    }

    /** @param inFloat empty for one that was compared as the node would run it only */
    record CandidateFigures(String name, String description, Figures onNode, Optional<Figures> inFloat) {}

    record RecordFigures(int record, Figures figures) {}

    /** @param falseShare of normal beats that were called S, per cent */
    record StressFigures(String kind, int early, double sensitivity, int normal, double falseShare) {}

    record Anchor(String name, String figures, String source) {}

    record Needs(int bundleBytes, long ramBytes, int trees, int splits, int leafRows, int operations) {}

    /**
     * The one run on DS2.
     *
     * @param bundleSha256 of the bundle that was run
     * @param date of the run
     * @param parts whole records and minutes from the fifth on, both conventions for escape beats, with and without record 232
     */
    record SealedRun(String bundleSha256, String date, List<Part> parts, List<RecordFigures> records) {
        SealedRun {
            parts = List.copyOf(parts);
            records = List.copyOf(records);
        }

        record Part(String name, Figures figures) {}
    }
}
