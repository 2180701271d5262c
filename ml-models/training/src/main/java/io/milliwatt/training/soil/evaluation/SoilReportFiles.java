package io.milliwatt.training.soil.evaluation;

import io.milliwatt.training.document.Block;
import io.milliwatt.training.document.HtmlDocument;
import io.milliwatt.training.document.JsonDocument;
import io.milliwatt.training.document.TextTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A report as text, JSON and an HTML page. Same report, same bytes. */
public final class SoilReportFiles {
    public static final String HTML = "soil.html";
    public static final String JSON = "soil.json";

    private SoilReportFiles() {}

    public static void write(SoilReport report, Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(HTML), HtmlDocument.of("Soil and water, judged", blocks(report)));
        Files.writeString(folder.resolve(JSON), json(report) + "\n");
    }

    public static String json(SoilReport report) {
        return JsonDocument.of(report);
    }

    /** For a terminal. */
    public static String text(SoilReport report) {
        StringBuilder out = new StringBuilder();
        for (Block block : blocks(report)) {
            switch (block) {
                case Block.Heading heading ->
                    out.append('\n').append(heading.text()).append('\n');
                case Block.Paragraph paragraph ->
                    out.append("  ").append(paragraph.text()).append('\n');
                case Block.Bullets bullets ->
                    bullets.items()
                            .forEach(item -> out.append("  - ").append(item).append('\n'));
                case Block.Table table -> out.append(TextTable.of(table));
                case Block.Plot plot -> out.append("  ").append(plot.caption()).append('\n');
            }
        }
        return out.toString().strip();
    }

    private static List<Block> blocks(SoilReport report) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading(1, "Soil and water, judged"));
        for (SectionReport section : report.sections()) {
            blocks.add(new Block.Heading(2, section.title()));
            section.absence().ifPresent(why -> blocks.add(new Block.Paragraph("Not judged: " + why + ".")));
            if (!section.figures().isEmpty()) {
                blocks.add(new Block.Table(
                        List.of("figure", "value", "bar", "met"),
                        section.figures().stream().map(SoilReportFiles::row).toList()));
            }
            for (ReportTable table : section.tables()) {
                blocks.add(new Block.Paragraph(table.title()));
                blocks.add(new Block.Table(table.header(), table.rows()));
            }
            if (!section.remarks().isEmpty()) {
                blocks.add(new Block.Bullets(section.remarks()));
            }
        }
        return blocks;
    }

    private static List<String> row(Figure figure) {
        return List.of(
                figure.name(),
                number(figure.value()) + " " + figure.unit(),
                figure.bar()
                        .map(bar -> (bar.side() == Figure.Side.AT_MOST ? "≤ " : "≥ ") + number(bar.limit()))
                        .orElse(""),
                figure.bar().map(bar -> bar.met() ? "yes" : "no").orElse(""));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, Math.abs(value) < 1 ? "%.3f" : "%.2f", value);
    }
}
