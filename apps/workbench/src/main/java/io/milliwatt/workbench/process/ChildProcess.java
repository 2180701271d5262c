package io.milliwatt.workbench.process;

import io.milliwatt.workbench.SuiteException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/** A running program of the suite. */
public final class ChildProcess {
    private static final Path SETSID = Path.of("/usr/bin/setsid");
    private static final int LINES_SHOWN_AFTER_A_CRASH = 8;

    private final Program program;
    private final Process process;

    private ChildProcess(Program program, Process process) {
        this.program = program;
        this.process = process;
    }

    /** Starts the program in a session of its own and puts it under the guard. */
    public static ChildProcess start(Program program, Guard guard) {
        try {
            Files.createDirectories(program.logFile().toAbsolutePath().getParent());
            keepPreviousLog(program.logFile());
            ProcessBuilder builder = new ProcessBuilder(inOwnSession(program.command()))
                    .redirectErrorStream(true)
                    .redirectOutput(program.logFile().toFile());
            builder.environment().putAll(program.environment());
            ChildProcess child = new ChildProcess(program, builder.start());
            guard.watch(child.process);
            return child;
        } catch (IOException failure) {
            throw new SuiteException(
                    "The " + program.name() + " could not be started (" + failure.getMessage()
                            + "): check the free disk space and the permissions of "
                            + program.logFile().getParent()
                            + ".",
                    failure);
        }
    }

    public String name() {
        return program.name();
    }

    public Program program() {
        return program;
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Fails with the end of its log where the program has ended by itself. */
    public void requireAlive() {
        if (!process.isAlive()) {
            throw new SuiteException("The " + name() + " ended with code " + process.exitValue() + "; its log "
                    + program.logFile() + " ends with:\n" + lastLines());
        }
    }

    /** Asks the program to end and waits; kills it when it takes longer than {@code patience}. */
    public void stop(Duration patience) {
        process.destroy();
        try {
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** Kills the program at once, as a power cut would, and waits until it is gone. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Waits until the program ends by itself; its exit code, or nothing after {@code patience}. */
    public OptionalInt awaitEnd(Duration patience) throws InterruptedException {
        boolean ended = process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        return ended ? OptionalInt.of(process.exitValue()) : OptionalInt.empty();
    }

    private String lastLines() {
        try {
            List<String> lines = Files.readAllLines(program.logFile());
            return String.join(
                    "\n", lines.subList(Math.max(0, lines.size() - LINES_SHOWN_AFTER_A_CRASH), lines.size()));
        } catch (IOException unreadable) {
            return "(the log cannot be read: " + unreadable.getMessage() + ")";
        }
    }

    private static List<String> inOwnSession(List<String> command) {
        if (!Files.isExecutable(SETSID)) {
            return command;
        }
        List<String> detached = new ArrayList<>(List.of(SETSID.toString()));
        detached.addAll(command);
        return detached;
    }

    private static void keepPreviousLog(Path log) throws IOException {
        if (Files.exists(log)) {
            Files.move(log, log.resolveSibling(log.getFileName() + ".previous"), StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
