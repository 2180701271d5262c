package io.milliwatt.workbench.firmware;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Groups what is told of the firmware without building it. */
@Command(
        name = "firmware",
        mixinStandardHelpOptions = true,
        description = "Tells what the node's firmware costs.",
        subcommands = EnergyCommand.class)
public final class FirmwareCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Say what to tell of the firmware: energy.");
    }
}
