package io.milliwatt.workbench.agronomy;

import io.milliwatt.workbench.agronomy.vector.OutputResult;
import io.milliwatt.workbench.agronomy.vector.RowResult;
import java.util.Locale;
import java.util.stream.Collectors;

/** The report for people: a line a row, then the counts. */
final class CheckText {
    private CheckText() {}

    static String of(CheckReport report) {
        StringBuilder text = new StringBuilder();
        report.rows().forEach(row -> text.append(line(row)).append('\n'));
        text.append('\n');
        report.methods()
                .forEach((method, counts) -> text.append(String.format(
                        Locale.ROOT,
                        "%5d of %-5d %s%s%n",
                        counts.passed(),
                        counts.passed() + counts.failed() + counts.unknown(),
                        method,
                        counts.unknown() > 0 ? " (not known here)" : "")));
        CheckReport.Counts total = report.total();
        text.append(String.format(
                Locale.ROOT,
                "%n%s: %d rows, %d pass, %d fail, %d of unknown methods.",
                report.file(),
                report.rows().size(),
                total.passed(),
                total.failed(),
                total.unknown()));
        return text.toString();
    }

    private static String line(RowResult row) {
        String head = String.format(
                Locale.ROOT,
                "%-7s %s [%s]",
                word(row),
                row.row().id(),
                row.row().method());
        if (row.outputs().isEmpty()) {
            return head + ": " + row.reason();
        }
        String outputs = row.outputs().stream().map(CheckText::output).collect(Collectors.joining("; "));
        return head + ": " + outputs + (row.reason().isEmpty() ? "" : ". " + row.reason());
    }

    private static String output(OutputResult output) {
        String compared = output.name() + " " + output.value() + ", expected " + output.expected();
        return output.difference().isPresent()
                ? compared
                        + String.format(
                                Locale.ROOT,
                                ", off by %.3g (allowed %.3g)",
                                output.difference().getAsDouble(),
                                output.allowed())
                : compared;
    }

    private static String word(RowResult row) {
        return switch (row.status()) {
            case PASS -> "pass";
            case FAIL -> "FAIL";
            case UNKNOWN_METHOD -> "unknown";
        };
    }
}
