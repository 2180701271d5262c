package io.milliwatt.training.ecg;

import io.milliwatt.training.document.Block;
import io.milliwatt.training.document.Block.Bullets;
import io.milliwatt.training.document.Block.Heading;
import io.milliwatt.training.document.Block.Paragraph;
import io.milliwatt.training.document.Block.Table;
import io.milliwatt.training.document.HtmlDocument;
import io.milliwatt.training.document.JsonDocument;
import io.milliwatt.training.document.MarkdownDocument;
import io.milliwatt.training.document.TextTable;
import io.milliwatt.training.ecg.EcgReport.CandidateFigures;
import io.milliwatt.training.ecg.EcgReport.Figures;
import io.milliwatt.training.ecg.EcgReport.RecordFigures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The model card of the beat classifier (Mitchell et al., Model Cards for Model Reporting, 2019), and its files. */
public final class EcgCard {

    private static final String TITLE = "Model card: ecg, beat classes on a node";
    private static final List<String> CLASS_COLUMNS = List.of("N", "S", "V", "F", "Q", "not found");
    private static final List<String> CLASS_ROWS = List.of("N", "S", "V", "F", "Q", "no beat");

    private EcgCard() {}

    /** Writes model.mwm, evaluation.json, card.md and card.html. Same training, same bytes. */
    public static void write(BeatTraining training, Path folder) throws IOException {
        Files.createDirectories(folder);
        List<Block> blocks = blocks(training.report());
        Files.write(folder.resolve("model.mwm"), training.bundle());
        Files.writeString(folder.resolve("evaluation.json"), JsonDocument.of(training.report()) + "\n");
        Files.writeString(folder.resolve("card.md"), MarkdownDocument.of(blocks));
        Files.writeString(folder.resolve("card.html"), HtmlDocument.of(TITLE, blocks));
    }

    public static String json(BeatTraining training) {
        return JsonDocument.of(training.report());
    }

    /** What the command prints: candidates and stress records. */
    public static String text(BeatTraining training) {
        EcgReport report = training.report();
        return String.join(
                "\n",
                report.statement(),
                "",
                TextTable.of(candidates(report)),
                "",
                TextTable.of(stress(report)),
                "",
                TextTable.of(anchors(report)));
    }

    private static List<Block> blocks(EcgReport report) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Heading(1, TITLE));
        blocks.add(new Paragraph(report.statement()));
        blocks.add(new Heading(2, "What it does"));
        blocks.add(new Paragraph(
                "Tells for every beat of one lead whether it is N, S, V or Q (AAMI) from 64 integer features, "
                        + "with " + report.needs().trees() + " trees of "
                        + report.needs().splits() + " splits: "
                        + report.needs().bundleBytes() + " bytes of bundle, "
                        + report.needs().ramBytes()
                        + " bytes of state with the detector, at most "
                        + report.needs().operations()
                        + " node visits per beat."));
        report.sealed()
                .ifPresent(run ->
                        blocks.add(new Paragraph(summary(run.parts().getFirst().figures()))));
        blocks.add(new Heading(2, "Cross-validation inside DS1"));
        blocks.add(new Paragraph(
                "22 records of DS1, 11 folds of two patients, beats as the node's own detector finds them; a reference beat "
                        + "that is not found counts against Se. Per cent, Se / +P; V as EC57 counts it (fusion beats called V are not "
                        + "false). Escape beats count as N (de Chazal)."));
        blocks.add(candidates(report));
        blocks.add(matrix(report.candidates().getFirst().onNode()));
        blocks.add(byRecord(report.records()));
        blocks.add(new Heading(2, "Stress records"));
        blocks.add(new Paragraph(
                "Cut from DS1, each judged by a model that met nothing of the patient; the node begins anew in each."));
        blocks.add(stress(report));
        sealed(report, blocks);
        blocks.add(new Heading(2, "Others on DS1 → DS2"));
        blocks.add(anchors(report));
        blocks.add(new Heading(2, "Decision"));
        blocks.add(new Bullets(report.decision()));
        blocks.add(new Heading(2, "What was tried"));
        blocks.add(new Bullets(report.tried()));
        blocks.add(new Heading(2, "Limits"));
        blocks.add(new Bullets(report.limits()));
        blocks.add(new Heading(2, "Origin"));
        blocks.add(new Bullets(Stream.concat(
                        report.origin().margins().stream(),
                        Stream.of(
                                "Seed " + report.origin().seed() + "; the same data and seed give the same bytes.",
                                "Recipe digest " + report.origin().recipeDigest() + ".",
                                "model.mwm SHA-256 " + report.origin().bundleSha256() + "."))
                .toList()));
        return blocks;
    }

    private static void sealed(EcgReport report, List<Block> blocks) {
        report.sealed().ifPresent(run -> {
            blocks.add(new Heading(2, "DS2, sealed"));
            blocks.add(new Paragraph("One run of this very bundle on " + run.date()
                    + ", after everything above was fixed; nothing was changed after it. DS2 had been looked at twice before, "
                    + "with versions 1 and 2."));
            blocks.add(new Bullets(BeatModelText.SEALED));
            blocks.add(new Table(
                    header("part"),
                    run.parts().stream()
                            .map(part -> row(part.name(), part.figures()))
                            .toList()));
            run.parts().forEach(part -> {
                blocks.add(new Paragraph("Confusion, " + part.name() + ":"));
                blocks.add(matrix(part.figures()));
            });
            blocks.add(byRecord(run.records()));
        });
    }

    private static String summary(Figures figures) {
        return "What to expect of patients it has not met (DS2, all 22 records, one run of this version): accuracy "
                + percent(figures.accuracy()) + " %; V "
                + pair(figures.ventricularSensitivity(), figures.ventricularPredictivity()) + ", S "
                + pair(figures.supraventricularSensitivity(), figures.supraventricularPredictivity())
                + " per cent Se / +P. Supraventricular beats are not told well enough to rely on.";
    }

    private static Table candidates(EcgReport report) {
        List<List<String>> rows = new ArrayList<>();
        for (CandidateFigures each : report.candidates()) {
            rows.add(row(each.name(), each.onNode()));
            each.inFloat().ifPresent(figures -> rows.add(row(each.name() + ", not quantized", figures)));
        }
        return new Table(header("candidate"), rows);
    }

    private static List<String> header(String first) {
        return List.of(first, "accuracy", "missed counted", "N", "S", "V");
    }

    private static List<String> row(String name, Figures figures) {
        return List.of(
                name,
                percent(figures.accuracy()),
                percent(figures.accuracyMissedCounted()),
                pair(figures.normalSensitivity(), figures.normalPredictivity()),
                pair(figures.supraventricularSensitivity(), figures.supraventricularPredictivity()),
                pair(figures.ventricularSensitivity(), figures.ventricularPredictivity()));
    }

    private static String pair(double sensitivity, double predictivity) {
        return percent(sensitivity) + " / " + percent(predictivity);
    }

    private static String percent(double value) {
        return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%.2f", value);
    }

    private static Table matrix(Figures figures) {
        List<List<String>> rows = new ArrayList<>();
        for (int truth = 0; truth < CLASS_ROWS.size(); truth++) {
            List<String> row = new ArrayList<>(List.of(CLASS_ROWS.get(truth)));
            figures.matrix().get(truth).forEach(count -> row.add(count.toString()));
            rows.add(row);
        }
        return new Table(
                Stream.concat(Stream.of("truth, told as"), CLASS_COLUMNS.stream())
                        .toList(),
                rows);
    }

    private static Table byRecord(List<RecordFigures> records) {
        return new Table(
                header("record"),
                records.stream()
                        .map(each -> row(Integer.toString(each.record()), each.figures()))
                        .toList());
    }

    private static Table stress(EcgReport report) {
        return new Table(
                List.of("stress records", "S beats", "S Se", "N beats", "of them called S"),
                report.stress().stream()
                        .map(each -> List.of(
                                each.kind(),
                                Integer.toString(each.early()),
                                each.early() == 0 ? "–" : percent(each.sensitivity()),
                                Integer.toString(each.normal()),
                                percent(each.falseShare())))
                        .toList());
    }

    private static Table anchors(EcgReport report) {
        return new Table(
                List.of("work", "figures, Se / +P", "source"),
                report.anchors().stream()
                        .map(each -> List.of(each.name(), each.figures(), each.source()))
                        .toList());
    }
}
