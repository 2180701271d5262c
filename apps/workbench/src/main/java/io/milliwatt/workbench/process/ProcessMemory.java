package io.milliwatt.workbench.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Resident memory of a process and everything below it, read from /proc. Shared pages count once (proportional set size,
 * proc(5) smaps_rollup); where that file may not be read the resident set size stands in, which counts them each time.
 */
public final class ProcessMemory {
    private ProcessMemory() {}

    /** Of the process and all below it. */
    public static long residentBytes(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants())
                .mapToLong(one -> residentBytes(one.pid()))
                .sum();
    }

    /** Of this process without those it started. */
    public static long ofThisProcessAlone() {
        return residentBytes(ProcessHandle.current().pid());
    }

    private static long residentBytes(long pid) {
        Path folder = Path.of("/proc", Long.toString(pid));
        long proportional = kilobytes(folder.resolve("smaps_rollup"), "Pss:");
        return 1024 * (proportional > 0 ? proportional : kilobytes(folder.resolve("status"), "VmRSS:"));
    }

    private static long kilobytes(Path file, String field) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(field))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException | java.io.UncheckedIOException goneMeanwhile) {
            return 0;
        }
    }
}
