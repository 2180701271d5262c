package io.milliwatt.workbench.demo;

import java.util.concurrent.atomic.AtomicBoolean;

/** Stops the suite once: at the end of the command, or earlier when a person presses Ctrl-C or the system says so. */
final class StopOnSignal {
    private final Suite suite;
    private final AtomicBoolean stopped = new AtomicBoolean();

    private StopOnSignal(Suite suite) {
        this.suite = suite;
    }

    static StopOnSignal install(Suite suite) {
        StopOnSignal stop = new StopOnSignal(suite);
        Runtime.getRuntime().addShutdownHook(new Thread(stop::now, "stop-the-suite"));
        return stop;
    }

    synchronized void now() {
        if (stopped.compareAndSet(false, true)) {
            System.err.println("Stopping the nodes, the apps, the broker and the database …");
            suite.close();
            System.err.println("Stopped; nothing is left running.");
        }
    }
}
