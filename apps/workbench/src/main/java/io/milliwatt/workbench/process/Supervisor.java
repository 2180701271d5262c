package io.milliwatt.workbench.process;

import io.milliwatt.workbench.SuiteException;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Holds the running programs of one suite: starts them under one guard, stops them in the opposite order, and starts one
 * again that ended by itself.
 */
public final class Supervisor implements AutoCloseable {
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(15);

    private static final int MOST_RESTARTS = 20;

    private final Guard guard = Guard.start();
    private final Map<String, ChildProcess> children = new LinkedHashMap<>();
    private final Map<String, Integer> restarts = new HashMap<>();
    private boolean stopping;

    /** Starts a program; from the moment of a stop on, nothing is started any more. */
    public synchronized ChildProcess start(Program program) {
        if (stopping) {
            throw new SuiteException("The suite is being stopped.");
        }
        ChildProcess child = ChildProcess.start(program, guard);
        children.put(program.name(), child);
        return child;
    }

    public synchronized ChildProcess child(String name) {
        ChildProcess child = children.get(name);
        if (child == null) {
            throw new IllegalArgumentException("No program " + name + " was started; there are " + children.keySet());
        }
        return child;
    }

    /** Kills a program as a power cut would. */
    public void kill(String name) throws InterruptedException {
        child(name).kill();
    }

    /** Starts a program again that was running before, with the same command. */
    public ChildProcess restart(String name) {
        return start(child(name).program());
    }

    /** Fails with the log's end where a program has ended by itself. */
    public synchronized void requireAllAlive() {
        children.values().forEach(ChildProcess::requireAlive);
    }

    /**
     * Starts those again that have ended by themselves, and tells of each. Fails with the log's end where one does so again
     * and again: whatever is wrong with it, another start will not mend it.
     */
    public synchronized void restartTheDead(Consumer<ChildProcess> told) {
        if (stopping) {
            return;
        }
        for (ChildProcess child : List.copyOf(children.values())) {
            if (!child.isAlive()) {
                if (restarts.merge(child.name(), 1, Integer::sum) > MOST_RESTARTS) {
                    child.requireAlive();
                }
                told.accept(child);
                restart(child.name());
            }
        }
    }

    /** The programs that run, by name, in the order of their start. */
    public synchronized Map<String, ProcessHandle> processes() {
        Map<String, ProcessHandle> running = new LinkedHashMap<>();
        for (ChildProcess child : children.values()) {
            ProcessHandle.of(child.pid()).ifPresent(process -> running.put(child.name(), process));
        }
        return running;
    }

    /** Stops everything, the last started first. */
    @Override
    public synchronized void close() {
        stopping = true;
        List.copyOf(children.values()).reversed().forEach(child -> child.stop(STOP_PATIENCE));
        guard.close();
    }
}
