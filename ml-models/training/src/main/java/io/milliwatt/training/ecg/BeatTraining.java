package io.milliwatt.training.ecg;

import io.milliwatt.datasets.catalogue.MitBihDataSet;
import io.milliwatt.datasets.ecg.BeatClass;
import io.milliwatt.datasets.recording.RecordingException;
import io.milliwatt.runtime.bundle.Bundle;
import io.milliwatt.runtime.bundle.RecipeSection;
import io.milliwatt.runtime.decision.BeatRule;
import io.milliwatt.runtime.model.ForestModel;
import io.milliwatt.runtime.model.Model;
import io.milliwatt.training.ecg.DescribedBeats.Described;
import io.milliwatt.training.ecg.EcgReport.CandidateFigures;
import io.milliwatt.training.ecg.EcgReport.Figures;
import io.milliwatt.training.ecg.EcgReport.RecordFigures;
import io.milliwatt.training.ecg.EcgReport.StressFigures;
import io.milliwatt.training.pipeline.Progress;
import io.milliwatt.training.pipeline.Sha256;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Cross-validates the candidates inside DS1, trains the margins on all of it, and writes bundle and report. */
public final class BeatTraining {

    private static final int STEPS = 5;

    private final EcgMaterial material;
    private final PatientFolds folds;
    private final long seed;
    private final BeatRule rule = BeatModelDesign.rule();
    private final byte[] bundle;
    private final EcgReport report;

    private BeatTraining(EcgMaterial material, long seed, Progress progress) {
        this.material = material;
        this.seed = seed;
        folds = new PatientFolds(material);
        progress.step("cross-validating boosted margins", 0, STEPS);
        Map<Integer, BeatModel> models = folds.train(learns -> BeatModel.train(material, learns, seed));
        BeatJudge onNode = byFold(models, model -> BeatJudge.node(model.forest(), rule, EcgBundle.SCALE));
        BeatJudge inFloat = byFold(models, model -> BeatJudge.real(model, rule));
        List<CandidateFigures> candidates = new ArrayList<>();
        candidates.add(new CandidateFigures(
                "boosted margins",
                "three sets of boosted trees, a margin each",
                figures(onNode),
                Optional.of(figures(inFloat))));
        candidates.addAll(compared(progress));
        progress.step("judging stress records", 3, STEPS);
        List<StressFigures> stress = stress(onNode);
        progress.step("training on all of DS1", 4, STEPS);
        ForestModel forest = BeatModel.train(material, patient -> true, seed).forest();
        bundle = EcgBundle.of(forest, material);
        report = report(candidates, records(onNode), stress, forest);
    }

    /** @param folder of the MIT-BIH Arrhythmia Database, or its parent */
    public static BeatTraining run(Path folder, long seed, Progress progress) throws RecordingException {
        return new BeatTraining(EcgMaterial.read(folder, seed, progress), seed, progress);
    }

    /** The bundle as a node takes it, unsigned. */
    public byte[] bundle() {
        return bundle.clone();
    }

    EcgReport report() {
        return report;
    }

    private <M> BeatJudge byFold(Map<Integer, M> models, Function<M, BeatJudge> judge) {
        return record -> judge.apply(models.get(folds.of(record.patient()))).classes(record);
    }

    private Figures figures(BeatJudge judge) {
        BeatCounts counts = new BeatCounts();
        material.records().forEach(record -> counts.add(record, judge.classes(record)));
        return Figures.of(counts);
    }

    private List<CandidateFigures> compared(Progress progress) {
        List<CandidateFigures> figures = new ArrayList<>();
        for (OtherLearners other : OtherLearners.all(seed)) {
            progress.step("cross-validating " + other.name(), 1 + figures.size(), STEPS);
            Map<Integer, Model> models = folds.train(learns -> other.train(material, learns));
            figures.add(new CandidateFigures(
                    other.name(),
                    other.learner().description(),
                    figures(byFold(models, model -> OtherLearners.judge(model, rule))),
                    Optional.empty()));
        }
        figures.add(new CandidateFigures(
                "always N", "the trivial baseline", figures(record -> allNormal(record)), Optional.empty()));
        return figures;
    }

    private static int[] allNormal(DescribedBeats record) {
        return record.beats().stream().mapToInt(beat -> 1).toArray();
    }

    private List<RecordFigures> records(BeatJudge judge) {
        return material.records().stream()
                .map(record ->
                        new RecordFigures(record.patient(), Figures.of(BeatCounts.of(record, judge.classes(record)))))
                .toList();
    }

    private List<StressFigures> stress(BeatJudge judge) {
        Map<String, int[]> counts = new TreeMap<>();
        for (DescribedBeats record : material.stress()) {
            int[] classes = judge.classes(record);
            int[] sums = counts.computeIfAbsent(record.kind(), kind -> new int[4]);
            for (int i = 0; i < classes.length; i++) {
                Described beat = record.beats().get(i);
                int called = classes[i] == BeatClass.S.number() ? 1 : 0;
                int at = beat.is(BeatClass.S) ? 0 : 2;
                if (at == 0 || beat.is(BeatClass.N)) {
                    sums[at]++;
                    sums[at + 1] += called;
                }
            }
        }
        return counts.entrySet().stream()
                .map(each -> {
                    int[] sums = each.getValue();
                    return new StressFigures(
                            each.getKey(), sums[0], percent(sums[1], sums[0]), sums[2], percent(sums[3], sums[2]));
                })
                .toList();
    }

    private static double percent(int part, int whole) {
        return whole == 0 ? 0 : 100.0 * part / whole;
    }

    private EcgReport report(
            List<CandidateFigures> candidates,
            List<RecordFigures> records,
            List<StressFigures> stress,
            ForestModel forest) {
        String sha256 = Sha256.hex(bundle);
        Bundle parsed = Bundle.parse(bundle);
        return new EcgReport(
                EcgReport.FORMAT,
                "ecg",
                BeatModelText.STATEMENT,
                MitBihDataSet.DESCRIPTION,
                new EcgReport.Origin(
                        HexFormat.of()
                                .formatHex(new RecipeSection(EcgBundle.recipe().toBytes()).digest()),
                        seed,
                        BeatModelDesign.PLANS.stream()
                                .map(BoostedMargin.Plan::description)
                                .toList(),
                        sha256),
                candidates,
                records,
                stress,
                BeatModelText.ANCHORS,
                new EcgReport.Needs(
                        bundle.length,
                        parsed.identity().ramBytes(),
                        forest.trees(),
                        forest.nodes(),
                        forest.rows(),
                        forest.operations()),
                BeatModelText.DECISION,
                BeatModelText.TRIED,
                BeatModelText.LIMITS,
                SealedRuns.of(sha256));
    }
}
