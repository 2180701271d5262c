package io.milliwatt.workbench.agronomy;

import io.milliwatt.datasets.recording.RecordingException;
import io.milliwatt.workbench.JsonText;
import io.milliwatt.workbench.SuiteException;
import io.milliwatt.workbench.agronomy.method.Methods;
import io.milliwatt.workbench.agronomy.method.SeasonFolder;
import io.milliwatt.workbench.agronomy.vector.RowResult;
import io.milliwatt.workbench.agronomy.vector.VectorFile;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code milliwatt agronomy check}. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Computes every row of a file of worked values with the product's own functions and compares.",
            "Columns: id, method, inputs_json, output, expected, unit, tolerance, source, note. Several outputs are separated by ';', as are their expected values; a tolerance is absolute unless it says rel or %%.",
            "A row that cannot be computed fails with its reason, and the rest goes on."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:Every row passed.",
            "1:At least one row failed, or the file cannot be read.",
            "2:The command line is wrong.",
            "3:No row failed, but some rows name a method that is not known here; they did not pass."
        },
        footerHeading = "%nExample:%n",
        footer = "  milliwatt agronomy check ../shared/vectors/agronomy.csv")
public final class CheckCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE.csv", description = "The worked values.")
    private Path file;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description =
                    "Folder of the seasons that rows name, such as ../shared/data/soil/pyfao56-fields, or one above it. Default: looked for beside the file, then as shared/data beside the project.")
    private Optional<Path> data = Optional.empty();

    @Option(names = "--json", description = "Print JSON for other programs.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Methods methods = new Methods(SeasonFolder.of(data, file));
        List<RowResult> results = read().rows().stream().map(methods::check).toList();
        CheckReport report = CheckReport.of(file.toString(), results);
        PrintWriter out = spec.commandLine().getOut();
        out.println(json ? JsonText.of(CheckJson.of(report)) : CheckText.of(report));
        out.flush();
        return report.exitCode();
    }

    private VectorFile read() {
        try {
            return VectorFile.read(file);
        } catch (RecordingException unreadable) {
            throw new SuiteException(unreadable.getMessage(), unreadable);
        }
    }
}
