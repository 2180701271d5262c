package io.milliwatt.workbench.agronomy;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Groups what can be done with the agronomy library from the command line. */
@Command(
        name = "agronomy",
        mixinStandardHelpOptions = true,
        description = "The agronomy library: evapotranspiration, water balance, soil, disease, quality.",
        subcommands = CheckCommand.class)
public final class AgronomyCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Say what to do: check.");
    }
}
