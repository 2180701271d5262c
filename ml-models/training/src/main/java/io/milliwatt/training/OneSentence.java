package io.milliwatt.training;

import io.milliwatt.training.pipeline.ExportRefusedException;
import java.io.IOException;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Tells a person in a sentence what went wrong; only what nobody foresaw shows its stack. */
final class OneSentence implements IExecutionExceptionHandler {
    @Override
    public int handleExecutionException(Exception problem, CommandLine command, ParseResult parsed) throws Exception {
        PrintWriter err = command.getErr();
        switch (problem) {
            case IOException foreseen -> err.println(foreseen.getMessage());
            case ExportRefusedException foreseen -> err.println(foreseen.getMessage());
            default -> throw problem;
        }
        return command.getCommandSpec().exitCodeOnExecutionException();
    }
}
