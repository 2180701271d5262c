package io.milliwatt.training.card;

import io.milliwatt.training.document.JsonDocument;
import io.milliwatt.training.pipeline.EvaluationReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes a report's three files: evaluation.json, card.md, card.html. Same report, same bytes. */
public final class ReportFiles {
    public static final String MODEL = "model.mwm";
    public static final String JSON = "evaluation.json";
    public static final String MARKDOWN = "card.md";
    public static final String HTML = "card.html";

    private ReportFiles() {}

    public static void write(EvaluationReport report, Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(JSON), json(report) + "\n");
        Files.writeString(folder.resolve(MARKDOWN), ModelCard.markdown(report));
        Files.writeString(folder.resolve(HTML), ModelCard.html(report));
    }

    public static String json(EvaluationReport report) {
        return JsonDocument.of(report);
    }
}
