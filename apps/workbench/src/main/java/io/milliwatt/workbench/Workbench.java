package io.milliwatt.workbench;

import io.milliwatt.workbench.agronomy.AgronomyCommand;
import io.milliwatt.workbench.analyze.AnalyzeCommand;
import io.milliwatt.workbench.bench.BenchCommand;
import io.milliwatt.workbench.demo.DemoCommand;
import io.milliwatt.workbench.firmware.FirmwareCommand;
import io.milliwatt.workbench.update.UpdateCommand;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The root of the command line. */
@Command(
        name = "milliwatt",
        mixinStandardHelpOptions = true,
        version = "Milliwatt 0.1.0",
        description = "Small models on sensor nodes, and the consoles of the people who depend on them.",
        subcommands = {
            DemoCommand.class,
            UpdateCommand.class,
            AnalyzeCommand.class,
            AgronomyCommand.class,
            BenchCommand.class,
            FirmwareCommand.class
        })
public final class Workbench {
    /** Held, because a logger that nobody holds forgets its level. */
    private static final Logger ROOT_LOGGER = Logger.getLogger("");

    private Workbench() {}

    public static void main(String[] arguments) {
        // What the libraries tell of themselves is not for the person at the command line.
        ROOT_LOGGER.setLevel(Level.WARNING);
        System.exit(commandLine().execute(arguments));
    }

    /** The parser with the suite's way of reporting errors: one sentence, no stack trace. */
    public static CommandLine commandLine() {
        return new CommandLine(new Workbench()).setExecutionExceptionHandler((failure, command, parsed) -> {
            if (!(failure instanceof SuiteException)) {
                throw failure;
            }
            command.getErr().println("milliwatt: " + failure.getMessage());
            return command.getCommandSpec().exitCodeOnExecutionException();
        });
    }
}
