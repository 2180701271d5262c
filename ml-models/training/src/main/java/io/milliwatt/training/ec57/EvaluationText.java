package io.milliwatt.training.ec57;

import io.milliwatt.ec57.report.EvaluationFigures;
import io.milliwatt.training.document.Block.Table;
import io.milliwatt.training.document.TextTable;

/** The report for a terminal: the sums; records are in the files. */
public final class EvaluationText {
    private EvaluationText() {}

    public static String of(EvaluationFigures figures) {
        StringBuilder out = new StringBuilder();
        out.append("JUDGED: ").append(figures.subject()).append("\n\n");
        append(out, "BEATS FOUND, from minute 5 on", SetTables.detection(figures.afterLearning()));
        append(
                out,
                "WITH AND WITHOUT SHUTDOWN IN NOISE, from minute 5 on",
                SetTables.shutdown(figures.afterLearning()));
        append(
                out,
                "CLASSES, whole records, escape beats as normal (de Chazal)",
                SetTables.classes(figures.wholeRecords(), true));
        append(
                out,
                "CLASSES, whole records, escape beats as supraventricular (bxb)",
                SetTables.classes(figures.wholeRecords(), false));
        append(out, "ATRIAL FIBRILLATION, from minute 5 on", SetTables.fibrillation(figures.afterLearning()));
        append(
                out,
                "ALARMS, from minute 5 on",
                SetTables.alarms(figures.afterLearning().getFirst().gross()));
        append(
                out,
                "HEART RATE, from minute 5 on",
                SetTables.measurements(figures.afterLearning().getFirst().gross()));
        if (!figures.noise().isEmpty()) {
            append(out, "NOISE STRESS", SetTables.noise(figures.noise()));
        }
        return out.toString().stripTrailing();
    }

    private static void append(StringBuilder out, String title, Table table) {
        out.append(title).append('\n').append(TextTable.of(table)).append('\n');
    }
}
