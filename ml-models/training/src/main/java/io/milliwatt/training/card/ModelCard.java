package io.milliwatt.training.card;

import io.milliwatt.training.compression.CompressionCurve;
import io.milliwatt.training.document.Block;
import io.milliwatt.training.document.Block.Bullets;
import io.milliwatt.training.document.Block.Heading;
import io.milliwatt.training.document.Block.Paragraph;
import io.milliwatt.training.document.Block.Plot;
import io.milliwatt.training.document.HtmlDocument;
import io.milliwatt.training.document.MarkdownDocument;
import io.milliwatt.training.pipeline.CandidateReport;
import io.milliwatt.training.pipeline.EvaluationReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The model card (Mitchell et al., Model Cards for Model Reporting, 2019) of an evaluation's released candidate. */
public final class ModelCard {
    private final EvaluationReport report;
    private final List<Block> blocks = new ArrayList<>();

    private ModelCard(EvaluationReport report) {
        this.report = report;
    }

    public static String markdown(EvaluationReport report) {
        return MarkdownDocument.of(new ModelCard(report).build());
    }

    public static String html(EvaluationReport report) {
        return HtmlDocument.of(title(report), new ModelCard(report).build());
    }

    private static String title(EvaluationReport report) {
        return "Model card: " + report.domain() + ", " + report.released().name();
    }

    private List<Block> build() {
        blocks.add(new Heading(1, title(report)));
        blocks.add(new Paragraph(report.intendedUse()));
        expectation();
        section("How it compares", CardTables.candidates(report));
        blocks.add(new Paragraph("Leaky figures come from random windows, with windows of one " + report.unitName()
                + " in training and test. They are what much of the literature reports, and they say nothing about a "
                + report.unitName() + " that the model has not met."));
        blocks.add(CardTables.baselines(report));
        blocks.add(CardTables.anchors(report));
        perClass();
        perUnit();
        section("How a verdict is made", new Bullets(report.decisionNotes()));
        section("Verdicts of a node", CardTables.verdicts(report, report.verdicts()));
        blocks.add(new Paragraph("Judged by " + report.verdicts().judgedBy()
                + ". Each recording is played to a node that has learnt its baseline from the healthy one; a verdict needs the "
                + "evidence that the bundle's decision asks for, so a damaged bearing without a clear line is "
                + "\"element not identified\", and that counts here as neither right nor silent."));
        compression();
        section("Limits", new Bullets(report.limits()));
        section("What it asks of a node", CardTables.needs(report.needs()));
        origin();
        return blocks;
    }

    private void section(String title, Block block) {
        blocks.add(new Heading(2, title));
        blocks.add(block);
    }

    private void expectation() {
        CandidateReport released = report.released();
        blocks.add(new Heading(2, "What to expect"));
        blocks.add(new Paragraph(String.format(
                Locale.ROOT,
                "Macro-F1 %.3f (95 %% interval over %d %ss: %.2f to %.2f) by the quantized model on the node's own integer "
                        + "features; %d of %d recordings and %d of %d %ss by majority. Protocol: %s.",
                released.quantized().macroF1(),
                released.interval95().units(),
                report.unitName(),
                released.interval95().low(),
                released.interval95().high(),
                released.filesRight(),
                released.files().size(),
                released.unitsRight(),
                released.units().size(),
                report.unitName(),
                report.protocol())));
    }

    private void compression() {
        if (report.compression().isEmpty()) {
            return;
        }
        blocks.add(new Heading(2, "How small it may become"));
        for (CompressionCurve curve : report.compression()) {
            blocks.add(new Paragraph(
                    "Of " + curve.subject() + ", quantized, on the same folds as above. " + curve.reason()));
            blocks.add(CardTables.compression(curve));
            blocks.add(CardPlots.compression(curve));
        }
    }

    private void perClass() {
        CandidateReport released = report.released();
        section("By class", CardTables.classes(released));
        blocks.add(CardTables.folds(released));
        blocks.add(CardTables.confusion(report));
        blocks.add(new Plot(
                "Confusion matrix, cross-validated, windows of a second",
                CardPlots.confusion(
                        CardTables.classNames(report), released.quantized().confusion())));
    }

    private void perUnit() {
        CandidateReport released = report.released();
        section("By " + report.unitName(), CardTables.units(report));
        blocks.add(new Plot(
                "Share of windows named rightly, by " + report.unitName() + "; the dashed line is the majority",
                CardPlots.units(CardTables.classNames(report), released.units())));
        if (report.windows().getFirst().inputs().size() >= 2) {
            blocks.add(CardPlots.scatter(report));
        }
    }

    private void origin() {
        EvaluationReport.Origin origin = report.origin();
        section(
                "Origin",
                new Bullets(List.of(
                        "Trainer: " + origin.trainer(),
                        "Seed: " + origin.seed(),
                        "Feature recipe " + origin.recipeId() + " version " + origin.recipeVersion() + ", digest "
                                + origin.recipeDigest(),
                        "Data: " + report.dataSet().title() + "; "
                                + report.dataSet().institution(),
                        "Taken from " + report.dataSet().source() + "; licence: "
                                + report.dataSet().licence(),
                        "Cite: " + report.dataSet().citation(),
                        origin.inputs().size()
                                + " files, each checked against its published SHA-256 (listed in evaluation.json)")));
        blocks.add(new Paragraph("Traps of the data that were dealt with:"));
        blocks.add(new Bullets(report.dataSet().traps()));
    }
}
