package io.milliwatt.workbench.analyze;

import io.milliwatt.workbench.analyze.ecg.EcgCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Groups the analyses by domain. */
@Command(
        name = "analyze",
        mixinStandardHelpOptions = true,
        description = "Analyzes one recording on disk; needs no server.",
        subcommands = {VibrationCommand.class, EcgCommand.class})
public final class AnalyzeCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Say what to analyze: vibration or ecg.");
    }
}
