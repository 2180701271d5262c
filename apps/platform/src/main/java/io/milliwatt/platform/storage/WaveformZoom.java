package io.milliwatt.platform.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jdbi.v3.core.Jdbi;

/**
 * Signal at any magnification, from a year to a sample, at a cost that depends on the points asked for and not on the
 * stretch: from the rollups, from the blocks' own summaries, from their pyramids, or from the samples.
 */
public final class WaveformZoom {

    static final Duration LONGEST_BLOCK = Duration.ofSeconds(1);
    private static final Duration ROLLUP = Duration.ofMinutes(1);
    private static final double NANOS_PER_SECOND = 1e9;
    private static final int FETCHED_AT_ONCE = 1_000;

    private final Jdbi jdbi;
    private final TrendTable trends;

    public WaveformZoom(Jdbi jdbi, TrendTable trends) {
        this.jdbi = jdbi;
        this.trends = trends;
    }

    /** Smallest, mean and largest value of each stretch of the window that holds signal, in the signal's unit. */
    public List<TrendPoint> view(long node, int channel, TrendWindow window) {
        if (window.width().compareTo(ROLLUP) >= 0) {
            return trends.rollup(node, WaveformTable.TREND_QUANTITY + channel, window);
        }
        Bins bins = new Bins(window);
        jdbi.useHandle(handle -> handle.createQuery("SELECT starts_at, sample_rate_hz, units_per_count, sample_count, "
                        + columns(window.width()) + " FROM waveform_block WHERE node = :node AND channel = :channel"
                        + " AND starts_at >= :from AND starts_at < :to ORDER BY starts_at")
                .bind("node", node)
                .bind("channel", channel)
                .bind("from", window.from().minus(LONGEST_BLOCK))
                .bind("to", window.to())
                .setFetchSize(FETCHED_AT_ONCE)
                .map((row, context) -> {
                    add(bins, row);
                    return bins;
                })
                .forEach(filled -> {}));
        return bins.points();
    }

    /** Only what a magnification needs, since samples and pyramids are long. The rate is not known before they are read. */
    private static String columns(Duration width) {
        if (width.compareTo(LONGEST_BLOCK) >= 0) {
            return "minimum, maximum, mean, NULL::bytea AS pyramid, NULL::bytea AS samples";
        }
        // The same question as in add().
        String coarse = "(" + width.toNanos() + " >= " + WaveformPyramid.FACTOR + " * 1e9 / sample_rate_hz)";
        return "minimum, maximum, mean, CASE WHEN " + coarse + " THEN pyramid END AS pyramid," + " CASE WHEN NOT "
                + coarse + " THEN samples END AS samples";
    }

    private static void add(Bins bins, ResultSet row) throws SQLException {
        Instant startsAt = row.getTimestamp("starts_at").toInstant();
        double stepNanos = NANOS_PER_SECOND / row.getDouble("sample_rate_hz");
        double scale = row.getDouble("units_per_count");
        int samples = row.getInt("sample_count");
        double widthNanos = bins.widthNanos();
        if (widthNanos >= LONGEST_BLOCK.toNanos()) {
            var whole =
                    new WaveformPyramid.Summary(row.getInt("minimum"), row.getInt("maximum"), row.getDouble("mean"));
            bins.add(startsAt, whole, scale, samples);
        } else if (widthNanos >= WaveformPyramid.FACTOR * stepNanos) {
            List<WaveformPyramid.Summary> steps = WaveformPyramid.read(row.getBytes("pyramid"), samples);
            for (int step = 0; step < steps.size(); step++) {
                int first = step * WaveformPyramid.FACTOR;
                bins.add(
                        startsAt.plusNanos(Math.round(first * stepNanos)),
                        steps.get(step),
                        scale,
                        Math.min(WaveformPyramid.FACTOR, samples - first));
            }
        } else {
            short[] counts = StoredCounts.decode(row.getBytes("samples"), samples);
            for (int i = 0; i < samples; i++) {
                bins.add(
                        startsAt.plusNanos(Math.round(i * stepNanos)),
                        new WaveformPyramid.Summary(counts[i], counts[i], counts[i]),
                        scale,
                        1);
            }
        }
    }

    /** The stretches of a window, filled in passing. */
    private static final class Bins {
        private final TrendWindow window;
        private final TreeMap<Long, TrendSample> filled = new TreeMap<>();

        Bins(TrendWindow window) {
            this.window = window;
        }

        double widthNanos() {
            return window.width().toNanos();
        }

        void add(Instant at, WaveformPyramid.Summary counts, double scale, int samples) {
            if (at.isBefore(window.from()) || !at.isBefore(window.to())) {
                return;
            }
            long bin = Duration.between(window.from(), at).dividedBy(window.width());
            TrendSample sample = new TrendSample(
                    0,
                    0,
                    window.from().plus(window.width().multipliedBy(bin)),
                    counts.minimum() * scale,
                    counts.maximum() * scale,
                    counts.mean() * scale * samples,
                    samples);
            filled.merge(bin, sample, TrendSample::plus);
        }

        List<TrendPoint> points() {
            List<TrendPoint> points = new ArrayList<>(filled.size());
            filled.values()
                    .forEach(sample -> points.add(new TrendPoint(
                            sample.at(), sample.minimum(), sample.total() / sample.count(), sample.maximum())));
            return points;
        }
    }
}
