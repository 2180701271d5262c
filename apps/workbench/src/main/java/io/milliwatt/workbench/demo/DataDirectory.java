package io.milliwatt.workbench.demo;

import io.milliwatt.workbench.SuiteException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The folder that holds everything a demo keeps between runs, held by one launcher at a time. */
public final class DataDirectory implements AutoCloseable {
    /** A fresh database and broker take 150 MB; the rest is room for a few days of history. */
    private static final long NEEDED_MEGABYTES = 700;

    private final Path root;
    private final FileChannel lockFile;

    private DataDirectory(Path root, FileChannel lockFile) {
        this.root = root;
        this.lockFile = lockFile;
    }

    public static DataDirectory open(Path path) {
        Path root = path.toAbsolutePath().normalize();
        try {
            Files.createDirectories(root);
            requireSpace(root);
            FileChannel lockFile =
                    FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = lockFile.tryLock();
            if (lock == null) {
                throw new SuiteException("Another demo is running on the data in " + root
                        + ": stop it first, or choose another folder with --data.");
            }
            return new DataDirectory(root, lockFile);
        } catch (IOException failure) {
            throw new SuiteException(
                    "The data folder " + root + " cannot be used (" + failure + "): choose another one with --data.",
                    failure);
        }
    }

    private static void requireSpace(Path root) throws IOException {
        long freeMegabytes = Files.getFileStore(root).getUsableSpace() >> 20;
        if (freeMegabytes < NEEDED_MEGABYTES) {
            throw new SuiteException(
                    "Only " + freeMegabytes + " MB are free on the disk of " + root + " and the demo needs "
                            + NEEDED_MEGABYTES + " MB: free some space, or choose another disk with --data.");
        }
    }

    public Path root() {
        return root;
    }

    public Path databaseFiles() {
        return root.resolve("postgresql").resolve("data");
    }

    public Path databaseBinaries() {
        return root.resolve("postgresql").resolve("binaries");
    }

    public Path brokerFiles() {
        return root.resolve("kafka");
    }

    public Path nodeStates() {
        return root.resolve("nodes");
    }

    public Path secrets() {
        return root.resolve("secrets");
    }

    public Path log(String program) {
        return root.resolve("logs").resolve(program + ".log");
    }

    @Override
    public void close() {
        try {
            lockFile.close();
        } catch (IOException failure) {
            throw new SuiteException(
                    "The lock of " + root + " could not be released: " + failure.getMessage(), failure);
        }
    }
}
