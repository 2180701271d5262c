package io.milliwatt.platform.storage;

import io.milliwatt.telemetry.FrameIdentity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Signal from the database: whole captures, and stretches of what is streamed. */
public final class WaveformReader {

    private final Jdbi jdbi;

    public WaveformReader(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The newest complete capture of a node's channel, by the time it was captured. */
    public Optional<Capture> latestCapture(long node, long channel) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT boot, capture_id, captured_at FROM waveform_capture"
                        + " WHERE node = :node AND channel = :channel ORDER BY captured_at DESC LIMIT 1")
                .bind("node", node)
                .bind("channel", channel)
                .map((row, context) -> new Key(
                        row.getLong("boot"),
                        row.getLong("capture_id"),
                        row.getTimestamp("captured_at").toInstant()))
                .findOne()
                .flatMap(key -> read(handle, node, channel, key)));
    }

    /** The blocks of these nodes that hold anything between two times, by node, channel and time. */
    public List<StoredBlock> blocks(Collection<Long> nodes, Instant from, Instant to) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM waveform_block WHERE node = ANY(:nodes)"
                        + " AND starts_at > :earliest AND starts_at < :to AND ends_at > :from"
                        + " ORDER BY node, channel, starts_at, boot, sequence")
                .bind("nodes", nodes.stream().mapToLong(Long::longValue).toArray())
                .bind("earliest", from.minus(WaveformZoom.LONGEST_BLOCK))
                .bind("from", from)
                .bind("to", to)
                .map((row, context) -> block(row))
                .list());
    }

    private static StoredBlock block(ResultSet row) throws SQLException {
        return new StoredBlock(
                new FrameIdentity(row.getLong("node"), row.getLong("boot"), row.getLong("sequence")),
                row.getLong("channel"),
                row.getTimestamp("starts_at").toInstant(),
                row.getLong("capture_id"),
                row.getInt("block_index"),
                row.getInt("blocks_in_capture"),
                row.getDouble("sample_rate_hz"),
                row.getInt("unit"),
                row.getDouble("units_per_count"),
                row.getLong("quality_flags"),
                row.getBoolean("late"),
                StoredCounts.decode(row.getBytes("samples"), row.getInt("sample_count")));
    }

    private static Optional<Capture> read(Handle handle, long node, long channel, Key key) {
        List<Block> blocks = handle.createQuery(
                        "SELECT DISTINCT ON (block_index) sample_rate_hz, unit, units_per_count, sample_count,"
                                + " quality_flags, samples FROM waveform_block WHERE node = :node AND boot = :boot"
                                + " AND capture_id = :capture AND channel = :channel ORDER BY block_index, starts_at")
                .bind("node", node)
                .bind("boot", key.boot())
                .bind("capture", key.captureId())
                .bind("channel", channel)
                .map((row, context) -> new Block(
                        row.getDouble("sample_rate_hz"),
                        row.getInt("unit"),
                        row.getDouble("units_per_count"),
                        row.getLong("quality_flags"),
                        StoredCounts.decode(row.getBytes("samples"), row.getInt("sample_count"))))
                .list();
        // Retention may have dropped the blocks and left the capture's row.
        return blocks.isEmpty() ? Optional.empty() : Optional.of(joined(node, key.capturedAt(), blocks));
    }

    private static Capture joined(long node, Instant capturedAt, List<Block> blocks) {
        double[] samples = new double
                [blocks.stream().mapToInt(block -> block.counts().length).sum()];
        int position = 0;
        long flags = 0;
        for (Block block : blocks) {
            for (short count : block.counts()) {
                samples[position++] = count * block.unitsPerCount();
            }
            flags |= block.qualityFlags();
        }
        Block first = blocks.getFirst();
        return new Capture(node, capturedAt, first.sampleRateHz(), first.unit(), flags, samples);
    }

    private record Key(long boot, long captureId, Instant capturedAt) {}

    private record Block(double sampleRateHz, int unit, double unitsPerCount, long qualityFlags, short[] counts) {}
}
