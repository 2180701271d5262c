package io.milliwatt.training.ec57;

import io.milliwatt.ec57.report.EvaluationFigures;
import io.milliwatt.ec57.report.RecordFigures;
import io.milliwatt.ec57.report.SetFigures;
import io.milliwatt.training.document.Block;
import io.milliwatt.training.document.Block.Bullets;
import io.milliwatt.training.document.Block.Heading;
import io.milliwatt.training.document.Block.Paragraph;
import io.milliwatt.training.document.HtmlDocument;
import java.util.ArrayList;
import java.util.List;

/** The report for people: what EC57 demands, record by record and in sum, with the drawings that show where it fails. */
final class EvaluationDocument {
    private static final String STATUS = "A research and engineering system designed after ANSI/AAMI EC57:2012 and "
            + "IEC 60601-2-47. It is not a certified medical device, and these figures are no declaration of conformity.";

    private final EvaluationFigures figures;
    private final List<Block> blocks = new ArrayList<>();

    private EvaluationDocument(EvaluationFigures figures) {
        this.figures = figures;
    }

    static String html(EvaluationFigures figures) {
        return HtmlDocument.of(title(figures), new EvaluationDocument(figures).build());
    }

    private static String title(EvaluationFigures figures) {
        return "EC57 report: " + figures.subject();
    }

    private List<Block> build() {
        blocks.add(new Heading(1, title(figures)));
        blocks.add(new Paragraph(STATUS));
        detection();
        classes();
        noise();
        alarms();
        fibrillation();
        section("Heart rate, from minute 5 on", SetTables.measurements(gross()));
        shares();
        records();
        definitions();
        return blocks;
    }

    private List<SetFigures> sets() {
        return figures.afterLearning();
    }

    private RecordFigures gross() {
        return sets().getFirst().gross();
    }

    private void section(String title, Block... content) {
        blocks.add(new Heading(2, title));
        blocks.addAll(List.of(content));
    }

    private void detection() {
        section(
                "Beats found, from minute 5 on",
                SetTables.detection(sets()),
                EvaluationPlots.detection(sets().getFirst().records()),
                new Paragraph("Had the analysis told no beats where it calls the signal noisy:"),
                SetTables.shutdown(sets()));
    }

    private void classes() {
        section(
                "Classes of beats, whole records",
                new Paragraph("Escape beats (e, j) as normal ones, as de Chazal and most papers count them; per cent."),
                SetTables.classes(figures.wholeRecords(), true),
                new Paragraph(
                        "Escape beats as supraventricular ones, as WFDB's bxb counts them. The two tables cannot be compared."),
                SetTables.classes(figures.wholeRecords(), false),
                EvaluationPlots.supraventricular(figures.wholeRecords()));
        section(
                "Classes of beats, from minute 5 on",
                new Paragraph("Escape beats as normal ones:"),
                SetTables.classes(sets(), true),
                new Paragraph("Escape beats as supraventricular ones:"),
                SetTables.classes(sets(), false));
        blocks.add(new Heading(2, "Confusion matrices, whole records"));
        for (SetFigures set : figures.wholeRecords()) {
            blocks.add(ConfusionPlot.of(set));
        }
    }

    private void noise() {
        if (!figures.noise().isEmpty()) {
            section(
                    "Noise stress, from minute 5 on",
                    new Paragraph("Records "
                            + String.join(
                                    ", ",
                                    figures.noise().getFirst().points().getFirst().figures().records().stream()
                                            .map(RecordFigures::record)
                                            .toList())
                            + " with noise added in minutes 5 to 7, 9 to 11 and so on, by the protocol of WFDB's nst."),
                    EvaluationPlots.noise(figures.noise()),
                    SetTables.noise(figures.noise()));
        }
    }

    private void alarms() {
        section(
                "Alarms, from minute 5 on, all records",
                new Paragraph("Over " + Cell.decimals(gross().judgedSeconds() / 3600, 1) + " hours of patients."),
                SetTables.alarms(gross()));
    }

    private void fibrillation() {
        section("Atrial fibrillation, from minute 5 on", SetTables.fibrillation(sets()));
    }

    private void shares() {
        for (SetFigures set : sets()) {
            section("Gross and average, from minute 5 on: " + set.name(), SetTables.shares(set));
        }
    }

    private void records() {
        List<RecordFigures> records = sets().getFirst().records();
        section("Beats by record, from minute 5 on", RecordTables.beats(records));
        section(
                "Shutdowns by record, had it told no beats in noise, from minute 5 on",
                RecordTables.shutdowns(records));
        section(
                "Ventricular runs by record, from minute 5 on",
                RecordTables.runs(records, RecordFigures::ventricularRuns));
        section(
                "Supraventricular runs by record, from minute 5 on",
                RecordTables.runs(records, RecordFigures::supraventricularRuns));
        section("Rhythms and heart rate by record, from minute 5 on", RecordTables.rhythms(records));
    }

    private void definitions() {
        section(
                "How the figures are meant",
                new Bullets(
                        List.of(
                                "Of MIT-BIH the released model has met the patients of DS1; only those of DS2 and records from elsewhere "
                                        + "tell of patients it has not met.",
                                "Beats are paired within 150 ms as WFDB's bxb pairs them; test beats within ventricular flutter of the reference are left out.",
                                "Rows of a confusion matrix are the reference: N, S, V, F, Q, O for no beat, X for no beat where the signal was called unreadable.",
                                "A false V is an N or S beat or none that was called V; a fusion or unclassifiable beat called V counts neither way.",
                                "Where it calls the signal noisy the analysis tells beats as Q and goes on; with shutdown means as if it told none there. Beats missed in a shutdown count as missed in Se, and are told apart.",
                                "Runs as rxr, episodes as epicmp: a run is found by one of its group or longer; an episode by any overlap; AFIB alone. Se and Sp over time and beats take AFIB and AFL together.",
                                "Gross: every beat counts alike. Average: every record does that has the thing at all.",
                                "An alarm is true when a condition of its kind, told from the reference by the same definition, overlaps with it or lies within 10 s of it.",
                                "Heart rate error: each measurement against the reference's nearest, in per cent of the reference's mean; both are taken from beats in the same way.")));
    }
}
