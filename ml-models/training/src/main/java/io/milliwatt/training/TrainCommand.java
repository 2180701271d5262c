package io.milliwatt.training;

import io.milliwatt.datasets.recording.RecordingException;
import io.milliwatt.training.card.ReportFiles;
import io.milliwatt.training.card.ReportText;
import io.milliwatt.training.domain.TrainingDomain;
import io.milliwatt.training.ecg.BeatTraining;
import io.milliwatt.training.ecg.EcgCard;
import io.milliwatt.training.pipeline.EvaluationReport;
import io.milliwatt.training.pipeline.ExportRefusedException;
import io.milliwatt.training.pipeline.Pipeline;
import io.milliwatt.training.pipeline.TrainingTask;
import io.milliwatt.training.soil.evaluation.SoilFolders;
import io.milliwatt.training.soil.fault.FaultSection;
import io.milliwatt.training.soil.fault.FaultTraining;
import io.milliwatt.training.soil.forecast.ForecastCard;
import io.milliwatt.training.soil.forecast.ForecastTraining;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "train",
        description =
                "Cross-validates the candidates of a domain, trains the chosen one on everything, and writes its bundle, "
                        + "model card and evaluation.",
        mixinStandardHelpOptions = true)
final class TrainCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private DomainArguments arguments;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "Folder for model.mwm, card.md, card.html and evaluation.json; made where it is missing.")
    private Path out;

    @Option(
            names = "--candidate",
            paramLabel = "NAME",
            description =
                    "vibration: release another candidate than the domain's own choice: its name in the table of candidates, or its learner "
                            + "(nearest-centroid, logistic, forest).")
    private Optional<String> candidate;

    @Option(
            names = "--part",
            paramLabel = "PART",
            defaultValue = "forecast",
            description = "soil: forecast (the node's network) or faults (the trees that find faults of probes among "
                    + "their days; --data then names the table of a climate network). Default: ${DEFAULT-VALUE}.")
    private String part;

    @Option(names = "--json", description = "Print the evaluation as JSON instead of a summary.")
    private boolean json;

    @Override
    public Integer call() throws IOException, ExportRefusedException {
        PrintWriter err = spec.commandLine().getErr();
        ProgressLine progress = new ProgressLine(err);
        return switch (arguments.domain) {
            case VIBRATION -> vibration(err, progress);
            case ECG -> ecg(err, progress);
            case SOIL -> soil(err, progress);
        };
    }

    private int ecg(PrintWriter err, ProgressLine progress) throws IOException {
        if (candidate.isPresent()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--candidate is for vibration; of the ECG's candidates only one fits the node.");
        }
        BeatTraining training = BeatTraining.run(arguments.data, arguments.seed, progress);
        EcgCard.write(training, out);
        err.println("Wrote " + out.resolve(ReportFiles.MODEL) + " (" + training.bundle().length
                + " bytes), its card and its evaluation.");
        print(json ? EcgCard.json(training) : EcgCard.text(training));
        return 0;
    }

    private int soil(PrintWriter err, ProgressLine progress) throws IOException {
        if (candidate.isPresent()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--candidate is for vibration; the soil has one forecast, which beat the others.");
        }
        if (part.equals("faults")) {
            return faults(err, progress);
        }
        if (!part.equals("forecast")) {
            throw new ParameterException(
                    spec.commandLine(), "There is no part '" + part + "' of soil; there are: forecast, faults.");
        }
        ForecastTraining training = ForecastTraining.run(arguments.data, arguments.seed, progress);
        ForecastCard.write(training, out);
        err.println("Wrote " + out.resolve(ReportFiles.MODEL) + " (" + training.bundle().length
                + " bytes), its card, its evaluation and its five siblings.");
        print(json ? ForecastCard.json(training) : ForecastCard.text(training));
        return 0;
    }

    private int faults(PrintWriter err, ProgressLine progress) throws IOException {
        List<Path> tables = new SoilFolders(
                        Files.isDirectory(arguments.data)
                                ? arguments.data
                                : arguments.data.toAbsolutePath().getParent())
                .files(FaultSection::isNetworkTable);
        Path table = Files.isRegularFile(arguments.data)
                ? arguments.data
                : tables.stream()
                        .findFirst()
                        .orElseThrow(() -> new RecordingException(
                                arguments.data.toString(),
                                "holds no table of a climate network's days",
                                "Name one, such as ../shared/data/soil/uscrn-daily-2020."));
        Files.createDirectories(out);
        Path model = out.resolve("model.txt");
        Files.writeString(model, FaultTraining.train(table, arguments.seed, progress));
        err.println("Wrote " + model + "; `evaluate soil --sections faults` judges the released one.");
        return 0;
    }

    private void print(String text) {
        PrintWriter result = spec.commandLine().getOut();
        result.println(text);
        result.flush();
    }

    private int vibration(PrintWriter err, ProgressLine progress) throws IOException, ExportRefusedException {
        TrainingTask prepared =
                TrainingDomain.named(arguments.domain.word()).prepare(arguments.data, arguments.seed, progress);
        TrainingTask task = candidate.isPresent() ? chosen(prepared, candidate.get()) : prepared;
        Pipeline pipeline = Pipeline.run(task, arguments.seed, progress);
        EvaluationReport report = pipeline.report(Optional.empty());
        byte[] bundle = pipeline.bundle();
        ReportFiles.write(report, out);
        Files.write(out.resolve(ReportFiles.MODEL), bundle);
        err.println("Wrote " + out.resolve(ReportFiles.MODEL) + " (" + bundle.length
                + " bytes), its card and its evaluation.");
        print(json ? ReportFiles.json(report) : ReportText.of(report));
        return 0;
    }

    private TrainingTask chosen(TrainingTask task, String name) {
        try {
            return task.releasing(name);
        } catch (IllegalArgumentException unknown) {
            throw new ParameterException(spec.commandLine(), unknown.getMessage(), unknown);
        }
    }
}
