package io.milliwatt.training.card;

import io.milliwatt.runtime.bundle.Label;
import io.milliwatt.training.compression.CompressionCurve;
import io.milliwatt.training.compression.CurvePoint;
import io.milliwatt.training.document.Block.Table;
import io.milliwatt.training.evaluation.Figures;
import io.milliwatt.training.evaluation.MajorityVotes;
import io.milliwatt.training.pipeline.CandidateReport;
import io.milliwatt.training.pipeline.EvaluationReport;
import io.milliwatt.training.pipeline.QuantizationGate;
import io.milliwatt.training.pipeline.VerdictTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** The tables of a model card. */
final class CardTables {
    private CardTables() {}

    static List<String> classNames(EvaluationReport report) {
        return report.labels().stream().map(Label::name).toList();
    }

    static Table candidates(EvaluationReport report) {
        return new Table(
                List.of(
                        "model",
                        "macro-F1, quantized",
                        "in float",
                        "95 % interval",
                        "macro AUROC",
                        "recordings",
                        report.unitName() + "s",
                        "bundle bytes",
                        "export",
                        "LEAKY macro-F1 (random windows)"),
                report.candidates().stream()
                        .map(each -> List.of(
                                each.name(),
                                share(each.quantized().macroF1()),
                                share(each.inFloat().macroF1()),
                                share(each.interval95().low()) + "–"
                                        + share(each.interval95().high()),
                                share(each.macroAuroc()),
                                each.filesRight() + "/" + each.files().size(),
                                each.unitsRight() + "/" + each.units().size(),
                                Integer.toString(each.bundleBytes()),
                                QuantizationGate.standard().lets(each) ? "yes" : "refused",
                                share(each.leakyMacroF1())))
                        .toList());
    }

    static Table baselines(EvaluationReport report) {
        return new Table(
                List.of("rule without a model", "macro-F1", "recordings", report.unitName() + "s"),
                report.baselines().stream()
                        .map(each -> List.of(
                                each.name() + ": " + each.description(),
                                share(each.figures().macroF1()),
                                each.filesRight() + "/" + each.files(),
                                each.unitsRight() + "/" + each.units()))
                        .toList());
    }

    static Table anchors(EvaluationReport report) {
        return new Table(
                List.of("figure to beat", "value", "source"),
                report.anchors().stream()
                        .map(each -> List.of(each.name(), each.figure(), each.source()))
                        .toList());
    }

    static Table compression(CompressionCurve curve) {
        return new Table(
                List.of("technique", "setting", "model bytes", "operations", "macro-F1", "lost, points", "units", ""),
                IntStream.range(0, curve.points().size())
                        .mapToObj(index -> compressionRow(curve.points().get(index), index == curve.chosen()))
                        .toList());
    }

    private static List<String> compressionRow(CurvePoint point, boolean chosen) {
        return List.of(
                point.technique(),
                point.setting(),
                Integer.toString(point.modelBytes()),
                Integer.toString(point.operations()),
                share(point.macroF1()),
                points(point.lostPoints()),
                point.unitsRight() + "/" + point.units(),
                chosen ? "chosen" : "");
    }

    static Table classes(CandidateReport released) {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < released.classLosses().size(); i++) {
            Figures.ClassFigures figures = released.quantized().classes().get(i);
            CandidateReport.ClassLoss loss = released.classLosses().get(i);
            rows.add(List.of(
                    figures.name(),
                    Integer.toString(figures.windows()),
                    share(figures.recall()),
                    share(figures.precision()),
                    share(loss.floatF1()),
                    share(loss.quantizedF1()),
                    points(loss.lossPoints())));
        }
        rows.add(List.of(
                "all",
                Integer.toString(released.quantized().windows()),
                "",
                "",
                share(released.inFloat().macroF1()),
                share(released.quantized().macroF1()),
                points(released.lossPoints())));
        return new Table(
                List.of("class", "windows", "recall", "precision", "F1 in float", "F1 quantized", "lost, points"),
                rows);
    }

    static Table folds(CandidateReport released) {
        return new Table(
                List.of("left out", "macro-F1", "accuracy"),
                released.folds().stream()
                        .map(each -> List.of(each.leftOut(), share(each.macroF1()), share(each.accuracy())))
                        .toList());
    }

    static Table confusion(EvaluationReport report) {
        List<String> names = classNames(report);
        List<String> header = new ArrayList<>(List.of("truly ↓ / predicted →"));
        header.addAll(names);
        List<List<String>> rows = new ArrayList<>();
        for (int truth = 0; truth < names.size(); truth++) {
            List<String> row = new ArrayList<>(List.of(names.get(truth)));
            report.released().quantized().confusion().get(truth).forEach(count -> row.add(Integer.toString(count)));
            rows.add(row);
        }
        return new Table(header, rows);
    }

    static Table units(EvaluationReport report) {
        List<String> header = new ArrayList<>(List.of(report.unitName(), "read as"));
        header.addAll(classNames(report));
        List<List<String>> rows = new ArrayList<>();
        for (MajorityVotes unit : report.released().units()) {
            List<String> row = new ArrayList<>(
                    List.of(unit.name(), unit.verdict() + (unit.right() ? "" : " (wrong: " + unit.truth() + ")")));
            unit.votes().forEach(votes -> row.add(Integer.toString(votes)));
            rows.add(row);
        }
        return new Table(header, rows);
    }

    static Table verdicts(EvaluationReport report, VerdictTable table) {
        return new Table(
                List.of(
                        "recording",
                        report.unitName(),
                        "truth",
                        "windows by verdict",
                        "not judged",
                        "event at the end"),
                table.rows().stream()
                        .map(row -> List.of(
                                row.recording(),
                                row.unit(),
                                row.truth(),
                                String.join(
                                        ", ",
                                        row.verdicts().entrySet().stream()
                                                .map(each ->
                                                        verdictName(report, each.getKey()) + " × " + each.getValue())
                                                .toList()),
                                Integer.toString(row.notJudged()),
                                verdictName(report, row.standing())))
                        .toList());
    }

    static Table needs(EvaluationReport.Needs needs) {
        return new Table(
                List.of("what", "amount"),
                List.of(
                        List.of("flash, whole bundle", needs.flashBytes() + " bytes"),
                        List.of("of it the feature recipe", needs.recipeBytes() + " bytes"),
                        List.of("RAM kept between calls", needs.ramBytes() + " bytes"),
                        List.of("RAM free between calls", needs.scratchBytes() + " bytes"),
                        List.of(
                                "multiply-accumulates or node visits of the model per window",
                                Integer.toString(needs.operations()))));
    }

    /** 0 and 1 mean the same in every domain whose decision works with evidence (bundle.md, section 4). */
    static String verdictName(EvaluationReport report, int verdict) {
        return report.labels().stream()
                .filter(label -> label.verdict() == verdict)
                .map(Label::name)
                .findFirst()
                .orElse(verdict == 0 ? "none" : "damage, element not identified");
    }

    private static String share(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    private static String points(double value) {
        return String.format(Locale.ROOT, "%+.2f", value);
    }
}
