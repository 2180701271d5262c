package io.milliwatt.platform.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
        long startNanos = bins.nanosInto(startsAt);
        if (bins.widthNanos() >= LONGEST_BLOCK.toNanos()) {
            bins.add(
                    startNanos,
                    row.getInt("minimum") * scale,
                    row.getInt("maximum") * scale,
                    row.getDouble("mean") * scale,
                    samples);
        } else if (bins.widthNanos() >= WaveformPyramid.FACTOR * stepNanos) {
            List<WaveformPyramid.Summary> steps = WaveformPyramid.read(row.getBytes("pyramid"), samples);
            for (int step = 0; step < steps.size(); step++) {
                int first = step * WaveformPyramid.FACTOR;
                var summary = steps.get(step);
                bins.add(
                        startNanos + Math.round(first * stepNanos),
                        summary.minimum() * scale,
                        summary.maximum() * scale,
                        summary.mean() * scale,
                        Math.min(WaveformPyramid.FACTOR, samples - first));
            }
        } else {
            short[] counts = StoredCounts.decode(row.getBytes("samples"), samples);
            for (int i = 0; i < samples; i++) {
                double value = counts[i] * scale;
                bins.add(startNanos + Math.round(i * stepNanos), value, value, value, 1);
            }
        }
    }

    /** The stretches of a window, filled in passing. */
    private static final class Bins {
        private final TrendWindow window;
        private final long lengthNanos;
        private final long widthNanos;
        private final double[] minimum;
        private final double[] maximum;
        private final double[] total;
        private final long[] count;

        Bins(TrendWindow window) {
            this.window = window;
            this.lengthNanos = nanosInto(window.to());
            this.widthNanos = window.width().toNanos();
            int stretches = Math.toIntExact(Math.ceilDiv(lengthNanos, widthNanos));
            this.minimum = new double[stretches];
            this.maximum = new double[stretches];
            this.total = new double[stretches];
            this.count = new long[stretches];
        }

        long widthNanos() {
            return widthNanos;
        }

        /** A hundred years, the longest window, are 3·10¹⁸ ns and fit a long. */
        long nanosInto(Instant at) {
            return Duration.between(window.from(), at).toNanos();
        }

        void add(long atNanos, double low, double high, double mean, int samples) {
            if (atNanos < 0 || atNanos >= lengthNanos) {
                return;
            }
            int bin = (int) (atNanos / widthNanos);
            minimum[bin] = count[bin] == 0 ? low : Math.min(minimum[bin], low);
            maximum[bin] = count[bin] == 0 ? high : Math.max(maximum[bin], high);
            total[bin] += mean * samples;
            count[bin] += samples;
        }

        List<TrendPoint> points() {
            List<TrendPoint> points = new ArrayList<>();
            for (int bin = 0; bin < count.length; bin++) {
                if (count[bin] > 0) {
                    Instant at = window.from().plusNanos(bin * widthNanos);
                    points.add(new TrendPoint(at, minimum[bin], total[bin] / count[bin], maximum[bin]));
                }
            }
            return points;
        }
    }
}
