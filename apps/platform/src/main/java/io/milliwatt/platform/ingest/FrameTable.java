package io.milliwatt.platform.ingest;

import io.milliwatt.platform.storage.Database;
import io.milliwatt.platform.storage.TimePartitions;
import io.milliwatt.telemetry.FrameIdentity;
import io.milliwatt.telemetry.WaveformBlock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The ledger of frames: what is in it has had its effect. */
public final class FrameTable {

    static final String NAME = "frame";
    private static final Instant ABSURD_CLOCK = Instant.parse("2100-01-01T00:00:00Z");

    private static final Comparator<ReceivedFrame> KEY_ORDER = Comparator.<ReceivedFrame>comparingLong(
                    frame -> frame.frame().node())
            .thenComparingLong(frame -> frame.frame().boot())
            .thenComparingLong(frame -> frame.frame().sequence());

    private final Jdbi jdbi;
    private final TimePartitions partitions;

    public FrameTable(Jdbi jdbi, TimePartitions partitions) {
        this.jdbi = jdbi;
        this.partitions = partitions;
    }

    /** When a frame passed each leg. */
    public record Legs(Instant nodeTime, Instant receivedAt, Instant storedAt) {}

    void prepare(List<ReceivedFrame> frames) {
        partitions.ensure(
                NAME,
                frames.stream()
                        .map(frame -> frame.frame().time())
                        .filter(time -> !time.isBefore(ReceivedFrame.EARLIEST_CLOCK) && time.isBefore(ABSURD_CLOCK))
                        .toList());
    }

    /** How long a frame is remembered; one that is older cannot be told from a repeat. */
    boolean isForgotten(ReceivedFrame frame, Instant now) {
        return !frame.clockSuspect() && frame.at().isBefore(now.minus(partitions.retention(NAME)));
    }

    /** Enters the frames; returns those that were not there, in the order given. */
    List<ReceivedFrame> enter(Handle handle, List<ReceivedFrame> frames, Instant storedAt) {
        if (frames.isEmpty()) {
            return List.of();
        }
        // One order for all writers: two transactions with the same frames wait for each other and never in a ring.
        List<ReceivedFrame> ordered = frames.stream().sorted(KEY_ORDER).toList();
        Set<FrameIdentity> fresh = new HashSet<>(handle.createQuery(
                        "INSERT INTO frame (node, boot, sequence, node_time, kind, received_at, stored_at, late, bytes)"
                                + " SELECT n, b, s, 'epoch'::timestamptz + t * interval '1 millisecond', k,"
                                + " 'epoch'::timestamptz + r * interval '1 millisecond', :storedAt, l, bytes"
                                + " FROM unnest(:nodes, :boots, :sequences, :times, :kinds, :received, :late, :bytes)"
                                + " AS x(n, b, s, t, k, r, l, bytes) ON CONFLICT DO NOTHING RETURNING node, boot, sequence")
                .bind("storedAt", storedAt)
                .bind("nodes", longs(ordered, frame -> frame.frame().node()))
                .bind("boots", longs(ordered, frame -> frame.frame().boot()))
                .bind("sequences", longs(ordered, frame -> frame.frame().sequence()))
                .bind("times", longs(ordered, FrameTable::keyMillis))
                .bind("kinds", longs(ordered, frame -> frame.frame().body().kind()))
                .bind("received", longs(ordered, frame -> frame.receivedAt().toEpochMilli()))
                .bindArray(
                        "late",
                        Boolean.class,
                        ordered.stream().map(ReceivedFrame::late).toList())
                .bind(
                        "bytes",
                        Database.byteStrings(
                                ordered.stream().map(FrameTable::keptBytes).toList()))
                .map((row, context) ->
                        new FrameIdentity(row.getLong("node"), row.getLong("boot"), row.getLong("sequence")))
                .list());
        List<ReceivedFrame> entered = new ArrayList<>(fresh.size());
        for (ReceivedFrame frame : frames) {
            // remove(): the second of two equal frames in one batch is a repeat.
            if (fresh.remove(frame.frame().identity())) {
                entered.add(frame);
            }
        }
        return entered;
    }

    /** The legs of a stored frame. */
    public Optional<Legs> find(FrameIdentity identity) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT node_time, received_at, stored_at FROM frame"
                        + " WHERE node = :node AND boot = :boot AND sequence = :sequence")
                .bind("node", identity.node())
                .bind("boot", identity.boot())
                .bind("sequence", identity.sequence())
                .map((row, context) -> new Legs(
                        row.getTimestamp("node_time").toInstant(),
                        row.getTimestamp("received_at").toInstant(),
                        row.getTimestamp("stored_at").toInstant()))
                .findFirst());
    }

    /** The time in a frame's key. A frame says up to 2⁶⁴ − 1 ms, more than a timestamp can hold. */
    private static long keyMillis(ReceivedFrame frame) {
        Instant time = frame.frame().time();
        return time.isBefore(ABSURD_CLOCK) ? time.toEpochMilli() : ABSURD_CLOCK.toEpochMilli();
    }

    private static byte[] keptBytes(ReceivedFrame frame) {
        return frame.frame().body() instanceof WaveformBlock ? null : frame.bytes();
    }

    private static long[] longs(List<ReceivedFrame> frames, ToLongFunction<ReceivedFrame> value) {
        return frames.stream().mapToLong(value).toArray();
    }
}
