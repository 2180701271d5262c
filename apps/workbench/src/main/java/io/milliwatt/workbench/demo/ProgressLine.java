package io.milliwatt.workbench.demo;

import java.io.Console;
import java.io.PrintStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Shows what a start is waiting for: one line that changes in place on a terminal, a line for each program that got ready
 * elsewhere. Written to the error stream, so that the output stays clean for --json.
 */
final class ProgressLine {
    private final PrintStream out;
    private final boolean terminal;
    private final long startNanos = System.nanoTime();
    private final Map<String, Boolean> ready = new LinkedHashMap<>();

    ProgressLine(PrintStream out, boolean terminal, List<String> awaited) {
        this.out = out;
        this.terminal = terminal;
        awaited.forEach(name -> ready.put(name, false));
    }

    static ProgressLine onErrorStream(List<String> awaited) {
        // Java 22 to 24 always gave a console; the newer ones give none without a terminal.
        Console console = System.console();
        boolean terminal = console != null && console.isTerminal();
        return new ProgressLine(System.err, terminal, awaited);
    }

    synchronized void done(String name) {
        ready.put(name, true);
        if (terminal) {
            tick();
        } else {
            out.println("  " + name + " ready after " + elapsed().toSeconds() + " s");
        }
    }

    /** Draws the line again, with the seconds passed. */
    synchronized void tick() {
        if (!terminal) {
            return;
        }
        StringBuilder line = new StringBuilder("\r\033[K");
        ready.forEach((name, isReady) -> line.append("  ").append(name).append(isReady ? " ✓" : " …"));
        out.print(line.append("  ").append(elapsed().toSeconds()).append(" s"));
        out.flush();
    }

    synchronized void end() {
        if (terminal) {
            out.println();
        }
    }

    private Duration elapsed() {
        return Duration.of(System.nanoTime() - startNanos, TimeUnit.NANOSECONDS.toChronoUnit());
    }
}
