package io.milliwatt.workbench.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells which process listens on a port, from /proc (proc(5)): the socket's inode, then who has it open. */
final class PortOwner {
    private static final String LISTENING = "0A";
    private static final int LOCAL_ADDRESS = 1;
    private static final int STATE = 3;
    private static final int INODE = 9;

    private PortOwner() {}

    /** For example "java (process 4711)"; empty where the system does not tell. */
    static Optional<String> find(int port) {
        return Stream.of("/proc/net/tcp", "/proc/net/tcp6")
                .flatMap(table -> inodes(Path.of(table), port))
                .findFirst()
                .flatMap(PortOwner::holder);
    }

    private static Stream<String> inodes(Path table, int port) {
        String suffix = String.format(":%04X", port);
        try {
            return Files.readAllLines(table).stream()
                    .map(line -> List.of(line.trim().split("\\s+")))
                    .filter(row -> row.size() > INODE)
                    .filter(row -> row.get(LOCAL_ADDRESS).endsWith(suffix)
                            && row.get(STATE).equals(LISTENING))
                    .map(row -> row.get(INODE));
        } catch (IOException noSuchTable) {
            return Stream.empty();
        }
    }

    private static Optional<String> holder(String inode) {
        String link = "socket:[" + inode + "]";
        return ProcessHandle.allProcesses()
                .filter(process -> holds(process, link))
                .findFirst()
                .map(process -> process.info()
                                .command()
                                .map(command -> Path.of(command).getFileName().toString())
                                .orElse("a program")
                        + " (process " + process.pid() + ")");
    }

    private static boolean holds(ProcessHandle process, String link) {
        try (Stream<Path> descriptors = Files.list(Path.of("/proc", Long.toString(process.pid()), "fd"))) {
            return descriptors.anyMatch(descriptor -> pointsTo(descriptor, link));
        } catch (IOException | UncheckedIOException notOursOrGone) {
            return false;
        }
    }

    private static boolean pointsTo(Path descriptor, String link) {
        try {
            return Files.readSymbolicLink(descriptor).toString().equals(link);
        } catch (IOException gone) {
            return false;
        }
    }
}
