package io.milliwatt.platform.ingest;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** An app that writes a row per frame and fails when it is told to. */
final class RecordingHandler implements FrameHandler {

    final List<Long> announced = new ArrayList<>();
    final Set<Long> poisoned = new HashSet<>();
    int databaseFailures;

    @Override
    public void prepare(List<ReceivedFrame> frames) {
        // Its table has no partitions.
    }

    @Override
    public void store(Handle handle, List<ReceivedFrame> frames, Announcements announcements) {
        for (ReceivedFrame frame : frames) {
            long sequence = frame.frame().sequence();
            if (poisoned.contains(sequence)) {
                throw new UnusableFrameException("Frame " + sequence + " makes no sense.");
            }
            handle.execute("INSERT INTO seen (sequence, late) VALUES (?, ?)", sequence, frame.late());
            announcements.add(() -> announced.add(sequence));
        }
        if (databaseFailures > 0) {
            databaseFailures--;
            throw new IllegalStateException(new SQLException("terminating connection", "57P01"));
        }
    }
}
