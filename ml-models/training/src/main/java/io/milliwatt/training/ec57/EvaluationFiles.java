package io.milliwatt.training.ec57;

import io.milliwatt.ec57.episode.Rhythm;
import io.milliwatt.ec57.report.EvaluationFigures;
import io.milliwatt.ec57.report.RecordFigures;
import io.milliwatt.ec57.run.RunKind;
import io.milliwatt.ec57.text.BeatTables;
import io.milliwatt.ec57.text.EpisodeTable;
import io.milliwatt.ec57.text.NamedFigures;
import io.milliwatt.ec57.text.RunTable;
import io.milliwatt.training.document.JsonDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/**
 * Writes a report's files: ec57.html, ec57.json, and below wfdb/ the tables that WFDB's ecgeval would make, in its letters. Same figures,
 * same bytes.
 */
public final class EvaluationFiles {
    public static final String HTML = "ec57.html";
    public static final String JSON = "ec57.json";
    private static final String WFDB = "wfdb";

    private EvaluationFiles() {}

    public static void write(EvaluationFigures figures, Path folder) throws IOException {
        Path tables = Files.createDirectories(folder.resolve(WFDB));
        Files.writeString(folder.resolve(HTML), EvaluationDocument.html(figures));
        Files.writeString(folder.resolve(JSON), json(figures) + "\n");
        List<RecordFigures> records = figures.afterLearning().getFirst().records();
        Files.writeString(tables.resolve("bxb.txt"), BeatTables.beats(named(records, RecordFigures::beats)));
        Files.writeString(tables.resolve("sd.txt"), BeatTables.shutdowns(named(records, RecordFigures::beats)));
        Files.writeString(
                tables.resolve("vruns.txt"),
                RunTable.of(RunKind.VENTRICULAR, named(records, RecordFigures::ventricularRuns)));
        Files.writeString(
                tables.resolve("sruns.txt"),
                RunTable.of(RunKind.SUPRAVENTRICULAR, named(records, RecordFigures::supraventricularRuns)));
        Files.writeString(
                tables.resolve("af.txt"),
                EpisodeTable.of(Rhythm.ATRIAL_FIBRILLATION, named(records, RecordFigures::fibrillation)));
        Files.writeString(
                tables.resolve("vf.txt"),
                EpisodeTable.of(
                        Rhythm.VENTRICULAR_FLUTTER_OR_FIBRILLATION,
                        named(records, RecordFigures::ventricularFibrillation)));
    }

    public static String json(EvaluationFigures figures) {
        return JsonDocument.of(EvaluationView.of(figures));
    }

    private static <F> List<NamedFigures<F>> named(List<RecordFigures> records, Function<RecordFigures, F> part) {
        return records.stream()
                .map(record -> new NamedFigures<>(record.record(), part.apply(record)))
                .toList();
    }
}
