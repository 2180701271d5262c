package io.milliwatt.ecg.adapter.db;

import io.milliwatt.ecg.signal.StreamPosition;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** The newest block of each channel. */
@ApplicationScoped
public class StreamTable {

    /** A channel of a node. */
    public record Channel(long node, long number) {}

    public Map<Channel, StreamPosition> of(Handle handle, Collection<Long> nodes) {
        Map<Channel, StreamPosition> positions = new HashMap<>();
        handle.createQuery("SELECT * FROM stream_position WHERE node = ANY(:nodes)")
                .bind("nodes", nodes.stream().mapToLong(Long::longValue).toArray())
                .map((row, context) -> Map.entry(
                        new Channel(row.getLong("node"), row.getLong("channel")),
                        new StreamPosition(
                                row.getLong("boot"),
                                row.getLong("block_index"),
                                row.getTimestamp("starts_at").toInstant(),
                                Duration.ofNanos(row.getLong("duration_nanos")))))
                .forEach(entry -> positions.put(entry.getKey(), entry.getValue()));
        return positions;
    }

    public void save(Handle handle, Map<Channel, StreamPosition> positions) {
        if (positions.isEmpty()) {
            return;
        }
        List<Map.Entry<Channel, StreamPosition>> rows = List.copyOf(positions.entrySet());
        handle.createUpdate("INSERT INTO stream_position AS s"
                        + " (node, channel, boot, block_index, starts_at, duration_nanos)"
                        + " SELECT n, c, b, i, 'epoch'::timestamptz + t * interval '1 millisecond', d"
                        + " FROM unnest(:nodes, :channels, :boots, :indexes, :times, :durations) AS x(n, c, b, i, t, d)"
                        + " ORDER BY n, c ON CONFLICT (node, channel) DO UPDATE SET boot = excluded.boot,"
                        + " block_index = excluded.block_index, starts_at = excluded.starts_at,"
                        + " duration_nanos = excluded.duration_nanos")
                .bind(
                        "nodes",
                        rows.stream().mapToLong(row -> row.getKey().node()).toArray())
                .bind(
                        "channels",
                        rows.stream().mapToLong(row -> row.getKey().number()).toArray())
                .bind(
                        "boots",
                        rows.stream().mapToLong(row -> row.getValue().boot()).toArray())
                .bind(
                        "indexes",
                        rows.stream()
                                .mapToLong(row -> row.getValue().blockIndex())
                                .toArray())
                .bind(
                        "times",
                        rows.stream()
                                .mapToLong(row -> row.getValue().startsAt().toEpochMilli())
                                .toArray())
                .bind(
                        "durations",
                        rows.stream()
                                .mapToLong(row -> row.getValue().blockDuration().toNanos())
                                .toArray())
                .execute();
    }
}
