package io.milliwatt.training;

import io.milliwatt.models.ReleasedModels;
import io.milliwatt.training.card.ReportFiles;
import io.milliwatt.training.card.ReportText;
import io.milliwatt.training.pipeline.EvaluationReport;
import io.milliwatt.training.pipeline.Pipeline;
import io.milliwatt.training.pipeline.TrainingTask;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "evaluate",
        description =
                "Cross-validates the candidates of a domain by physical unit, and judges the released bundle on the same recordings "
                        + "(which it has seen).",
        mixinStandardHelpOptions = true)
final class EvaluateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private DomainArguments arguments;

    @Option(
            names = "--report",
            paramLabel = "DIR",
            description = "Also write card.md, card.html and evaluation.json there.")
    private Optional<Path> reportFolder;

    @Option(names = "--json", description = "Print the evaluation as JSON instead of a summary.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        ProgressLine progress = new ProgressLine(spec.commandLine().getErr());
        TrainingTask task = arguments.domain.prepare(arguments.data, arguments.seed, progress);
        Pipeline pipeline = Pipeline.run(task, arguments.seed, progress);
        EvaluationReport report = pipeline.report(
                ReleasedModels.newest(arguments.domain.name()).map(ReleasedModels.ReleasedModel::bundle));
        if (reportFolder.isPresent()) {
            ReportFiles.write(report, reportFolder.get());
        }
        PrintWriter out = spec.commandLine().getOut();
        out.println(json ? ReportFiles.json(report) : ReportText.of(report));
        out.flush();
        return 0;
    }
}
