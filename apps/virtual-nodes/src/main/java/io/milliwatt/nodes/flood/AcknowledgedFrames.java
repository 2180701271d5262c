package io.milliwatt.nodes.flood;

import io.milliwatt.telemetry.FrameIdentity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;

/** What the gateway has acknowledged, and how long each took. */
final class AcknowledgedFrames {
    private final Queue<Entry> entries = new ConcurrentLinkedQueue<>();
    private final LongAdder count = new LongAdder();

    private record Entry(FrameIdentity identity, long nanos) {}

    void add(FrameIdentity identity, long nanos) {
        entries.add(new Entry(identity, nanos));
        count.increment();
    }

    long count() {
        return count.sum();
    }

    /** Times from sending to acknowledgement in milliseconds, ascending. */
    double[] sortedMillis() {
        return entries.stream()
                .mapToDouble(entry -> entry.nanos() / 1e6)
                .sorted()
                .toArray();
    }

    /** A line {@code node,boot,sequence} for each frame. */
    void write(Path file) {
        List<String> lines = entries.stream()
                .map(Entry::identity)
                .map(frame -> frame.node() + "," + frame.boot() + "," + frame.sequence())
                .toList();
        try {
            Files.write(file, lines);
        } catch (IOException failure) {
            throw new UncheckedIOException("The ledger " + file + " cannot be written.", failure);
        }
    }
}
