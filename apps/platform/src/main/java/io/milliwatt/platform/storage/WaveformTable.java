package io.milliwatt.platform.storage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Signal blocks on their way into the database; {@link WaveformReader} reads them. */
public final class WaveformTable {

    public static final String NAME = "waveform_block";
    /** Added to the channel's number, this is its quantity in the trend rollups. */
    public static final int TREND_QUANTITY = 1000;

    private static final String COLUMNS = "node, channel, starts_at, boot, sequence, ends_at, capture_id, block_index,"
            + " blocks_in_capture, sample_rate_hz, unit, units_per_count, sample_count, minimum, maximum, mean,"
            + " quality_flags, late, samples, pyramid";

    private final TimePartitions partitions;
    private final TrendTable trends;

    public WaveformTable(TimePartitions partitions, TrendTable trends) {
        this.partitions = partitions;
        this.trends = trends;
    }

    /** A capture, of which all blocks have now arrived. */
    public record CompletedCapture(long node, long boot, long captureId, long channel, Instant capturedAt) {}

    /** Sees to it that blocks of these times find their partitions; call it before the transaction that adds them. */
    public void prepare(List<Instant> times) {
        partitions.ensure(NAME, times);
        trends.prepare(times);
    }

    /** Adds blocks that are not there yet; returns the captures that became complete by it. */
    public List<CompletedCapture> add(Handle handle, List<StoredBlock> blocks) {
        if (blocks.isEmpty()) {
            return List.of();
        }
        CopyRows copy = new CopyRows(blocks.size());
        List<TrendSample> summaries = new ArrayList<>();
        Set<CaptureKey> touched = new LinkedHashSet<>();
        for (StoredBlock block : blocks) {
            var summary = WaveformPyramid.Summary.of(block.counts(), 0, block.counts().length);
            add(copy, block, summary);
            summaries.add(trendSample(block, summary));
            if (!block.isStreaming()) {
                touched.add(CaptureKey.of(block));
            }
        }
        copy.into(handle, NAME, COLUMNS);
        trends.add(handle, summaries);
        return touched.stream().flatMap(key -> completed(handle, key).stream()).toList();
    }

    private static void add(CopyRows copy, StoredBlock block, WaveformPyramid.Summary summary) {
        copy.add(block.identity().node()).add(block.channel()).add(block.startsAt());
        copy.add(block.identity().boot()).add(block.identity().sequence()).add(block.endsAt());
        copy.add(block.captureId()).add(block.blockIndex()).add(block.blocksInCapture());
        copy.add(block.sampleRateHz()).add(block.unit()).add(block.unitsPerCount());
        copy.add(block.counts().length)
                .add(summary.minimum())
                .add(summary.maximum())
                .add(summary.mean());
        copy.add(block.qualityFlags()).add(block.late());
        copy.add(StoredCounts.encode(block.counts()))
                .add(WaveformPyramid.of(block.counts()))
                .endRow();
    }

    private static TrendSample trendSample(StoredBlock block, WaveformPyramid.Summary summary) {
        double scale = block.unitsPerCount();
        int count = block.counts().length;
        return new TrendSample(
                block.identity().node(),
                TREND_QUANTITY + (int) block.channel(),
                block.startsAt(),
                summary.minimum() * scale,
                summary.maximum() * scale,
                summary.mean() * scale * count,
                count);
    }

    private static List<CompletedCapture> completed(Handle handle, CaptureKey key) {
        return handle.createQuery(
                        "INSERT INTO waveform_capture (node, boot, capture_id, channel, captured_at, completed_at)"
                                + " SELECT node, boot, capture_id, channel, min(starts_at), clock_timestamp() FROM waveform_block"
                                + " WHERE node = :node AND boot = :boot AND capture_id = :capture AND channel = :channel"
                                + " GROUP BY node, boot, capture_id, channel"
                                + " HAVING count(DISTINCT block_index) = max(blocks_in_capture)"
                                + " ON CONFLICT DO NOTHING RETURNING captured_at")
                .bind("node", key.node())
                .bind("boot", key.boot())
                .bind("capture", key.captureId())
                .bind("channel", key.channel())
                .map((row, context) -> new CompletedCapture(
                        key.node(),
                        key.boot(),
                        key.captureId(),
                        key.channel(),
                        row.getTimestamp("captured_at").toInstant()))
                .list();
    }

    private record CaptureKey(long node, long boot, long captureId, long channel) {
        static CaptureKey of(StoredBlock block) {
            return new CaptureKey(block.identity().node(), block.identity().boot(), block.captureId(), block.channel());
        }
    }
}
