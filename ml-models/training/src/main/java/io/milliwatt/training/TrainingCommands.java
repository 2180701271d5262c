package io.milliwatt.training;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code train} and {@code evaluate}: the program's entry. Exit codes: 0 done, 1 could not be done, 2 wrongly called. */
@Command(
        name = "training",
        description = "Trains the models of the nodes and judges them.",
        subcommands = {TrainCommand.class, EvaluateCommand.class},
        mixinStandardHelpOptions = true)
public final class TrainingCommands {
    private TrainingCommands() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    static int run(String... arguments) {
        CommandLine commands = new CommandLine(new TrainingCommands());
        commands.setExecutionExceptionHandler(new OneSentence());
        return commands.execute(arguments);
    }
}
