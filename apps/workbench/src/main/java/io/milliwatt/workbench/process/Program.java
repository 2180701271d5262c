package io.milliwatt.workbench.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What is to be run.
 *
 * @param name the word a person reads in messages, and the name of its log file
 * @param command the executable and its arguments
 * @param environment variables set besides the inherited ones
 * @param logFile receives both output streams; the log of the run before is kept beside it
 */
public record Program(String name, List<String> command, Map<String, String> environment, Path logFile) {
    public Program {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }
}
