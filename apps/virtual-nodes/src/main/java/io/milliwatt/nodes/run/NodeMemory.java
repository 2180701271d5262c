package io.milliwatt.nodes.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * What a node keeps over a restart: the number of its last start, a snapshot of held frames and learned baseline, and its
 * models. The first two are replaced whole, so a power cut leaves the old or the new one.
 */
final class NodeMemory {
    private final Path bootFile;
    private final Path snapshotFile;
    private final Path flashFile;

    NodeMemory(Path folder, long nodeId) {
        try {
            Files.createDirectories(folder);
        } catch (IOException failure) {
            throw new UncheckedIOException(
                    "The folder " + folder + " for the nodes' states cannot be created.", failure);
        }
        bootFile = folder.resolve(nodeId + ".boot");
        snapshotFile = folder.resolve(nodeId + ".snapshot");
        flashFile = folder.resolve(nodeId + ".flash");
    }

    /** Larger than at every start before; written before it is used. */
    long nextBoot() {
        long boot = read(bootFile)
                        .map(bytes -> Long.parseLong(new String(bytes, UTF_8).trim()))
                        .orElse(0L)
                + 1;
        replace(bootFile, Long.toString(boot).getBytes(UTF_8));
        return boot;
    }

    /** The pages that hold the node's models; written by the firmware itself. */
    Path flashFile() {
        return flashFile;
    }

    Optional<byte[]> snapshot() {
        return read(snapshotFile);
    }

    void keep(byte[] snapshot) {
        replace(snapshotFile, snapshot);
    }

    /** Moves a snapshot that was refused out of the way, without destroying it; returns where it lies now. */
    Path setSnapshotAside() {
        Path aside = snapshotFile.resolveSibling(snapshotFile.getFileName() + ".refused");
        try {
            Files.move(snapshotFile, aside, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw new UncheckedIOException("The node's state " + snapshotFile + " cannot be moved.", failure);
        }
        return aside;
    }

    private static Optional<byte[]> read(Path file) {
        try {
            return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
        } catch (IOException failure) {
            throw new UncheckedIOException("The node's state " + file + " cannot be read.", failure);
        }
    }

    private static void replace(Path file, byte[] content) {
        try {
            Path draft = file.resolveSibling(file.getFileName() + ".draft");
            Files.write(draft, content);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw new UncheckedIOException("The node's state " + file + " cannot be written.", failure);
        }
    }
}
