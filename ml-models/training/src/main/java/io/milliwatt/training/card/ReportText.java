package io.milliwatt.training.card;

import io.milliwatt.training.document.Block;
import io.milliwatt.training.document.TextTable;
import io.milliwatt.training.pipeline.CandidateReport;
import io.milliwatt.training.pipeline.EvaluationReport;
import io.milliwatt.training.pipeline.VerdictTable;
import java.util.Locale;

/** A report for a terminal. */
public final class ReportText {
    private ReportText() {}

    public static String of(EvaluationReport report) {
        StringBuilder out = new StringBuilder();
        CandidateReport released = report.released();
        line(out, "CROSS-VALIDATED (%s)", report.protocol());
        line(
                out,
                "  %s: macro-F1 %.3f quantized, %.3f in float, 95 %% interval over %d %ss %.2f to %.2f",
                released.name(),
                released.quantized().macroF1(),
                released.inFloat().macroF1(),
                released.interval95().units(),
                report.unitName(),
                released.interval95().low(),
                released.interval95().high());
        out.append('\n');
        table(out, CardTables.candidates(report));
        table(out, CardTables.baselines(report));
        table(out, CardTables.anchors(report));
        table(out, CardTables.classes(released));
        table(out, CardTables.confusion(report));
        table(out, CardTables.units(report));
        report.compression().forEach(curve -> {
            line(out, "COMPRESSION of %s. %s", curve.subject(), curve.reason());
            table(out, CardTables.compression(curve));
        });
        line(out, "VERDICTS by %s", report.verdicts().judgedBy());
        table(out, CardTables.verdicts(report, report.verdicts()));
        report.releasedBundle().ifPresent(bundle -> {
            line(out, "RELEASED BUNDLE version %d, SHA-256 %s", bundle.modelVersion(), bundle.sha256());
            line(out, "  %s", bundle.note());
            line(
                    out,
                    "  macro-F1 %.3f on the recordings it was trained on",
                    bundle.figures().macroF1());
            line(out, "  %s", summary(bundle.verdicts()));
        });
        return out.toString().stripTrailing();
    }

    private static String summary(VerdictTable table) {
        long right = table.rows().stream().filter(VerdictTable.Row::right).count();
        long silent = table.rows().stream()
                .filter(row -> row.trueVerdict() != 0 && row.standing() == 0)
                .count();
        long alarms = table.rows().stream()
                .filter(row -> row.trueVerdict() == 0 && row.standing() != 0)
                .count();
        return String.format(
                Locale.ROOT,
                "%d of %d recordings end with the right event, %d damaged ones with none, %d healthy ones with an alarm",
                right,
                table.rows().size(),
                silent,
                alarms);
    }

    @SuppressWarnings("AnnotateFormatMethod") // Error Prone's annotation would be a dependency for this alone
    private static void line(StringBuilder out, String format, Object... values) {
        out.append(String.format(Locale.ROOT, format, values)).append('\n');
    }

    private static void table(StringBuilder out, Block.Table table) {
        out.append(TextTable.of(table)).append('\n');
    }
}
