package io.milliwatt.training.soil.forecast;

import io.milliwatt.runtime.bundle.Bundle;
import io.milliwatt.training.card.ReportFiles;
import io.milliwatt.training.document.Block;
import io.milliwatt.training.document.Block.Bullets;
import io.milliwatt.training.document.Block.Heading;
import io.milliwatt.training.document.Block.Paragraph;
import io.milliwatt.training.document.Block.Table;
import io.milliwatt.training.document.HtmlDocument;
import io.milliwatt.training.document.JsonDocument;
import io.milliwatt.training.document.MarkdownDocument;
import io.milliwatt.training.document.TextTable;
import io.milliwatt.training.pipeline.Sha256;
import io.milliwatt.training.soil.evaluation.Figure;
import io.milliwatt.training.soil.evaluation.ReportTable;
import io.milliwatt.training.soil.forecast.ForecastTables.Row;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/** The model card of the soil forecast (Mitchell et al., Model Cards for Model Reporting, 2019), and its files. */
public final class ForecastCard {

    private static final String TITLE = "Model card: soil, forecast of water content on a node";
    private static final String SIBLINGS = "folds";

    private ForecastCard() {}

    /** Writes model.mwm, evaluation.json, card.md, card.html and a folder with the siblings. Same training, same bytes. */
    public static void write(ForecastTraining training, Path folder) throws IOException {
        Path siblings = folder.resolve(SIBLINGS);
        Files.createDirectories(siblings);
        ForecastReport report = report(training);
        List<Block> blocks = blocks(report);
        Files.write(folder.resolve(ReportFiles.MODEL), training.bundle());
        Files.writeString(folder.resolve("evaluation.json"), JsonDocument.of(report) + "\n");
        Files.writeString(folder.resolve("card.md"), MarkdownDocument.of(blocks));
        Files.writeString(folder.resolve("card.html"), HtmlDocument.of(TITLE, blocks));
        Files.writeString(siblings.resolve("stations.csv"), training.folds().text(), StandardCharsets.US_ASCII);
        for (int fold = 1; fold <= training.siblings().size(); fold++) {
            Files.write(
                    siblings.resolve("fold-" + fold + ".mwm"),
                    training.siblings().get(fold - 1));
            Files.writeString(
                    siblings.resolve("ridge-" + fold + ".csv"),
                    training.ridges().get(fold - 1).text());
        }
        Files.writeString(
                siblings.resolve("ridge.csv"), training.ridges().getLast().text());
    }

    public static String json(ForecastTraining training) {
        return JsonDocument.of(report(training));
    }

    /** What the command prints. */
    public static String text(ForecastTraining training) {
        ForecastReport report = report(training);
        StringBuilder text = new StringBuilder(report.statement()).append("\n\n");
        text.append(TextTable.of(figures(report.figures())));
        for (ReportTable table : report.tables()) {
            text.append("\n\n").append(table.title()).append('\n').append(TextTable.of(block(table)));
        }
        return text.toString();
    }

    private static ForecastReport report(ForecastTraining training) {
        Bundle parsed = Bundle.parse(training.bundle());
        List<ReportTable> tables =
                new ArrayList<>(JudgedStations.tables(training.integers(), training.ridge(), training.dryDown()));
        for (Rain rain : Rain.values()) {
            tables.add(ForecastTables.skills(
                    "What quantization costs, RMSE below persistence, per cent: " + rain.words(),
                    List.of(
                            new Row("node, integers", training.integers().of(rain)),
                            new Row(
                                    "the same network in real numbers",
                                    training.pupil().of(rain)),
                            new Row(
                                    "the trees that taught it",
                                    training.teacher().of(rain)))));
        }
        int operations = parsed.model().model().operations();
        return new ForecastReport(
                ForecastReport.FORMAT,
                "soil",
                ForecastText.STATEMENT,
                new ForecastReport.Origin(
                        ForecastText.DATA_SET,
                        ForecastText.LICENCE,
                        training.seed(),
                        training.examples(),
                        HexFormat.of().formatHex(parsed.recipe().digest()),
                        Sha256.hex(training.bundle())),
                new ForecastReport.Needs(
                        training.bundle().length,
                        parsed.identity().ramBytes(),
                        parsed.identity().scratchBytes(),
                        operations,
                        operations),
                ForecastTables.figures(training.integers()),
                tables,
                ForecastText.HOW,
                ForecastText.TRIED,
                ForecastText.LIMITS,
                oneBased(training.folds()));
    }

    private static TreeMap<String, Integer> oneBased(StationFolds folds) {
        TreeMap<String, Integer> oneBased = new TreeMap<>();
        folds.foldOf().forEach((station, fold) -> oneBased.put(station, fold + 1));
        return oneBased;
    }

    private static List<Block> blocks(ForecastReport report) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Heading(1, TITLE));
        blocks.add(new Paragraph(report.statement()));
        blocks.add(new Paragraph(report.needs().bundleBytes() + " bytes of bundle, "
                + report.needs().weights() + " weights, at most "
                + report.needs().ramBytes() + " bytes of state for four depths, "
                + report.needs().scratchBytes()
                + " bytes free between calls; two inferences a day and depth."));
        blocks.add(new Heading(2, "On stations left out"));
        blocks.add(new Paragraph(
                "Five folds by station, the node's own integers. A bar that is not met is told as such."));
        blocks.add(figures(report.figures()));
        for (ReportTable table : report.tables()) {
            blocks.add(new Paragraph(table.title() + ":"));
            blocks.add(block(table));
        }
        blocks.add(new Heading(2, "How it is made"));
        blocks.add(new Bullets(report.how()));
        blocks.add(new Heading(2, "What was tried"));
        blocks.add(new Bullets(report.tried()));
        blocks.add(new Heading(2, "Limits"));
        blocks.add(new Bullets(report.limits()));
        blocks.add(new Heading(2, "Origin"));
        blocks.add(new Bullets(List.of(
                report.origin().dataSet() + "; " + report.origin().licence() + ".",
                report.origin().examples() + " examples; which stations were left out together is in evaluation.json.",
                "Seed " + report.origin().seed() + "; the same data and seed give the same bytes.",
                "Recipe digest " + report.origin().recipeDigest() + ".",
                "model.mwm SHA-256 " + report.origin().bundleSha256() + ".")));
        return blocks;
    }

    private static Table block(ReportTable table) {
        return new Table(table.header(), table.rows());
    }

    private static Table figures(List<Figure> figures) {
        return new Table(
                List.of("figure", "per cent", "bar", "met"),
                figures.stream()
                        .map(each -> List.of(
                                each.name(),
                                String.format(Locale.ROOT, "%.1f", each.value()),
                                each.bar()
                                        .map(bar -> String.format(Locale.ROOT, "%.0f", bar.limit()))
                                        .orElse(""),
                                each.bar().map(bar -> bar.met() ? "yes" : "no").orElse("")))
                        .toList());
    }
}
