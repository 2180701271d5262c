package io.milliwatt.workbench.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * What a crash may leave in a data directory: a server that still runs without its launcher, or a pid file whose number
 * now belongs to nobody or to somebody else, which PostgreSQL would take for a running server and refuse to start.
 */
final class OrphanedServer {
    private static final String PID_FILE = "postmaster.pid";
    private static final int SECONDS_TO_STOP = 20;

    private OrphanedServer() {}

    /** Stops the orphan or removes the stale file. The caller must hold the data directory's lock. */
    static void clear(Path dataDirectory) throws IOException {
        Path pidFile = dataDirectory.resolve(PID_FILE);
        if (!Files.exists(pidFile)) {
            return;
        }
        List<String> lines = Files.readAllLines(pidFile);
        ProcessHandle server = lines.isEmpty() ? null : postgres(lines.getFirst());
        if (server != null) {
            stop(server);
        }
        Files.deleteIfExists(pidFile);
    }

    private static ProcessHandle postgres(String pidLine) {
        return ProcessHandle.of(Long.parseLong(pidLine.trim()))
                .filter(process -> process.info().command().orElse("").endsWith("/postgres"))
                .orElse(null);
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
