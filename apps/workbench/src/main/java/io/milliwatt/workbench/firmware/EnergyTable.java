package io.milliwatt.workbench.firmware;

import io.milliwatt.energy.BoardProfile;
import io.milliwatt.energy.Boards;
import io.milliwatt.energy.Constant;
import io.milliwatt.energy.DutyCyclePlanner;
import io.milliwatt.energy.EnergyEstimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The boards side by side, with their constants. */
final class EnergyTable {

    private EnergyTable() {}

    static String of(List<EnergyRow> rows) {
        List<String> lines = new ArrayList<>();
        lines.add("Energy estimate: counted instructions times stated constants; none of these boards was measured.");
        lines.add("");
        lines.add(line(
                "recipe", "board", "sampling", "M instr/window", "mJ/day", "mean", "battery life", "damage told in"));
        rows.forEach(row -> {
            if (row instanceof EnergyRow.Estimated(BoardProfile board, EnergyReport report)) {
                lines.add(row(board, report));
            }
        });
        rows.forEach(row -> {
            if (row instanceof EnergyRow.Refused(BoardProfile board, String sentence)) {
                lines.add("");
                lines.add("No estimate (" + board.name() + "): " + sentence);
            }
        });
        lines.add("");
        lines.addAll(constants());
        lines.add("");
        lines.add("--board NAME tells the source of each constant and what each part of the work costs.");
        return String.join("\n", lines);
    }

    private static String row(BoardProfile board, EnergyReport report) {
        EnergyEstimate estimate = report.estimate();
        return line(
                report.workload().recipe().name(),
                board.name(),
                report.workload().schedule().words(),
                String.format(Locale.ROOT, "%.2f", report.instructionsPerWindow() / 1e6),
                EnergyText.number(estimate.totalMillijoulesPerDay()),
                EnergyText.power(estimate.meanMilliwatts()),
                DutyCyclePlanner.years(estimate.batteryYears()),
                report.workload().delayWords());
    }

    private static String line(String... cells) {
        return String.format(Locale.ROOT, "%-10s  %-11s  %-23s  %14s  %10s  %8s  %12s  %s", (Object[]) cells)
                .stripTrailing();
    }

    private static List<String> constants() {
        List<String> lines = new ArrayList<>();
        StringBuilder head = new StringBuilder(String.format("%-52s", "constant"));
        Boards.all().forEach(board -> head.append(String.format("  %11s", board.name())));
        lines.add(head.toString());
        for (Constant constant : Constant.values()) {
            StringBuilder line = new StringBuilder(String.format("%-52s", EnergyText.title(constant)));
            Boards.all()
                    .forEach(board -> line.append(String.format("  %11s", EnergyText.number(board.value(constant)))));
            lines.add(line.toString());
        }
        return lines;
    }
}
