package io.milliwatt.workbench.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * What a crash may leave in a data directory: a server that still runs without its launcher, or a pid file whose number
 * now belongs to nobody or to somebody else, which PostgreSQL would take for a running server and refuse to start.
 */
final class OrphanedServer {
    private static final int SECONDS_TO_STOP = 20;

    private OrphanedServer() {}

    /** Stops the orphan or removes the stale file. The caller must hold the data directory's lock. */
    static void clear(Path dataDirectory) throws IOException {
        Optional<ProcessHandle> server = Postmaster.find(dataDirectory);
        if (server.isPresent()) {
            stop(server.get());
        }
        Files.deleteIfExists(Postmaster.pidFile(dataDirectory));
    }

    private static void stop(ProcessHandle server) throws IOException {
        // SIGINT is PostgreSQL's fast shutdown; SIGTERM would wait for the clients.
        new ProcessBuilder("kill", "-INT", Long.toString(server.pid())).start();
        try {
            server.onExit().get(SECONDS_TO_STOP, TimeUnit.SECONDS);
        } catch (TimeoutException stubborn) {
            server.destroyForcibly();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
