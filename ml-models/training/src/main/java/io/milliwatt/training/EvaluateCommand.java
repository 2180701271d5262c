package io.milliwatt.training;

import io.milliwatt.datasets.recording.RecordingException;
import io.milliwatt.ec57.report.EvaluationFigures;
import io.milliwatt.ec57.report.HeartAnalysis;
import io.milliwatt.models.ReleasedModels;
import io.milliwatt.runtime.bundle.Bundle;
import io.milliwatt.training.card.ReportFiles;
import io.milliwatt.training.card.ReportText;
import io.milliwatt.training.document.JsonDocument;
import io.milliwatt.training.domain.TrainingDomain;
import io.milliwatt.training.ec57.ChainAnalysis;
import io.milliwatt.training.ec57.EcgEvaluation;
import io.milliwatt.training.ec57.EcgRecordFolder;
import io.milliwatt.training.ec57.EvaluationFiles;
import io.milliwatt.training.ec57.EvaluationText;
import io.milliwatt.training.pipeline.EvaluationReport;
import io.milliwatt.training.pipeline.Pipeline;
import io.milliwatt.training.pipeline.TrainingTask;
import io.milliwatt.training.soil.SoilEvaluation;
import io.milliwatt.training.soil.contest.ContestPrediction;
import io.milliwatt.training.soil.contest.ContestSection;
import io.milliwatt.training.soil.evaluation.SoilFolders;
import io.milliwatt.training.soil.evaluation.SoilReport;
import io.milliwatt.training.soil.evaluation.SoilReportFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "evaluate",
        description =
                "vibration: cross-validates the candidates by physical unit, and judges the released bundle on the same recordings "
                        + "(which it has seen). ecg: judges the released bundle on WFDB records by the rules of EC57; never trains. "
                        + "soil: judges forecast, balance, schedule, fault detection and the contest's prediction on whatever of their "
                        + "data the folder holds; never trains what is released.",
        mixinStandardHelpOptions = true)
final class EvaluateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "DOMAIN",
            converter = JudgedDomain.ByName.class,
            description = "What the model is for: vibration, ecg, soil.")
    private JudgedDomain domain;

    @Option(
            names = "--data",
            required = true,
            paramLabel = "DIR",
            description =
                    "Folder of the recordings, such as ../shared/data/vibration/cwru or ../shared/data/ecg/mitdb, or its parent; "
                            + "soil: of one data set or of several, such as ../shared/data/soil.")
    private Path data;

    @Option(
            names = "--seed",
            defaultValue = "1",
            paramLabel = "N",
            description = "vibration: seed of everything random; the same data and seed give the same bytes. "
                    + "Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--records",
            split = ",",
            paramLabel = "RECORD",
            description =
                    "ecg: only these records, separated by commas. Default: all with reference annotations (.atr).")
    private List<String> records = List.of();

    @Option(
            names = "--noise",
            paramLabel = "DIR",
            description =
                    "ecg: folder of WFDB noise records such as bw, em, ma, which are added at 24, 18, 12, 6, 0 and -6 dB "
                            + "after the noise stress protocol.")
    private Optional<Path> noise;

    @Option(
            names = "--sections",
            split = ",",
            paramLabel = "SECTION",
            description = "soil: only these, separated by commas: ${COMPLETION-CANDIDATES}. Default: all.",
            completionCandidates = SoilSections.class)
    private List<String> sections = List.of();

    @Option(
            names = "--report",
            paramLabel = "DIR",
            description =
                    "Also write the report there: card.md, card.html and evaluation.json for vibration; ec57.html, ec57.json "
                            + "and WFDB's tables for ecg; soil.html and soil.json for soil.")
    private Optional<Path> reportFolder;

    @Option(
            names = "--predict",
            paramLabel = "IDS",
            description = "soil: predict the contest's points in this list of ids instead of judging; needs --out.")
    private Optional<Path> predict;

    @Option(names = "--out", paramLabel = "FILE", description = "soil: where --predict writes its table, ID,Values.")
    private Optional<Path> out;

    @Option(names = "--json", description = "Print the evaluation as JSON instead of a summary.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        String printed = switch (domain) {
            case VIBRATION -> vibration();
            case ECG -> ecg();
            case SOIL -> soil();
        };
        spec.commandLine().getOut().println(printed);
        spec.commandLine().getOut().flush();
        return 0;
    }

    private String vibration() throws IOException {
        if (!records.isEmpty() || noise.isPresent()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--records and --noise are for ecg; vibration is judged on its whole data set.");
        }
        ProgressLine progress = progress();
        TrainingDomain training = TrainingDomain.named(domain.word());
        TrainingTask task = training.prepare(data, seed, progress);
        Pipeline pipeline = Pipeline.run(task, seed, progress);
        EvaluationReport report =
                pipeline.report(ReleasedModels.newest(training.name()).map(ReleasedModels.ReleasedModel::bundle));
        if (reportFolder.isPresent()) {
            ReportFiles.write(report, reportFolder.get());
        }
        return json ? ReportFiles.json(report) : ReportText.of(report);
    }

    private String ecg() throws IOException {
        Optional<EcgRecordFolder> noiseRecords =
                noise.isPresent() ? Optional.of(EcgRecordFolder.all(noise.get())) : Optional.empty();
        EvaluationFigures figures =
                EcgEvaluation.of(released(), EcgRecordFolder.annotated(data, records), noiseRecords, progress());
        if (reportFolder.isPresent()) {
            EvaluationFiles.write(figures, reportFolder.get());
        }
        return json ? EvaluationFiles.json(figures) : EvaluationText.of(figures);
    }

    private String soil() throws IOException {
        for (String section : sections) {
            if (!SoilEvaluation.sections().contains(section)) {
                throw new ParameterException(
                        spec.commandLine(),
                        "There is no section '" + section + "'; there are: "
                                + String.join(", ", SoilEvaluation.sections()) + ".");
            }
        }
        if (predict.isPresent() != out.isPresent()) {
            throw new ParameterException(
                    spec.commandLine(), "--predict names the ids and --out the file to write: give both or neither.");
        }
        if (predict.isPresent()) {
            return predicted(predict.get(), out.orElseThrow());
        }
        SoilReport report = SoilEvaluation.of(data, sections, progress());
        if (reportFolder.isPresent()) {
            SoilReportFiles.write(report, reportFolder.get());
        }
        return json ? SoilReportFiles.json(report) : SoilReportFiles.text(report);
    }

    private String predicted(Path ids, Path file) throws IOException {
        Path table = ContestSection.table(new SoilFolders(data))
                .orElseThrow(() -> new RecordingException(
                        data.toString(),
                        "holds no training table of the contest (train…5min….csv)",
                        "Name its folder, such as ../shared/data/soil/wazihub-senegal."));
        int points = ContestPrediction.write(table, ids, file, progress());
        return json
                ? JsonDocument.of(new Predicted(file.toString(), points))
                : "Wrote " + points + " predictions to " + file + ".";
    }

    /** What {@code --predict} tells with {@code --json}. */
    private record Predicted(String file, int points) {}

    /** For the help text. */
    static final class SoilSections implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return SoilEvaluation.sections().iterator();
        }
    }

    private static HeartAnalysis released() {
        ReleasedModels.ReleasedModel model =
                ReleasedModels.newest(JudgedDomain.ECG.word()).orElseThrow();
        return new ChainAnalysis("released ECG model, version " + model.version(), Bundle.parse(model.bundle()));
    }

    private ProgressLine progress() {
        return new ProgressLine(spec.commandLine().getErr());
    }
}
