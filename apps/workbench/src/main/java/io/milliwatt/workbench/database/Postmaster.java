package io.milliwatt.workbench.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The server's first process. It is nobody's child: the library starts it as a daemon that leaves a pid file. */
public final class Postmaster {
    private static final String PID_FILE = "postmaster.pid";

    private Postmaster() {}

    static Path pidFile(Path dataDirectory) {
        return dataDirectory.resolve(PID_FILE);
    }

    /** The running server of a data directory; empty where the pid file is missing or its number is somebody else's. */
    public static Optional<ProcessHandle> find(Path dataDirectory) {
        Path file = pidFile(dataDirectory);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            List<String> lines = Files.readAllLines(file);
            return lines.isEmpty()
                    ? Optional.empty()
                    : ProcessHandle.of(Long.parseLong(lines.getFirst().trim())).filter(Postmaster::isPostgres);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info().command().orElse("").endsWith("/postgres");
    }
}
