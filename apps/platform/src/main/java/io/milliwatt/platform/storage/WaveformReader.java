package io.milliwatt.platform.storage;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Signal from the database: whole captures. */
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
