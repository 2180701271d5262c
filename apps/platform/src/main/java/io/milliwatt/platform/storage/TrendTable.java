package io.milliwatt.platform.storage;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Minimum, mean and maximum per minute and per hour, kept up to date with every batch that is stored. */
public final class TrendTable {

    public static final String MINUTES = "trend_minute";
    private static final String HOURS = "trend_hour";

    /** One order for all writers, so that two of them never wait for each other's rows. */
    private static final Comparator<TrendSample> ROW_ORDER = Comparator.comparingLong(TrendSample::source)
            .thenComparingInt(TrendSample::quantity)
            .thenComparing(TrendSample::at);

    private final Jdbi jdbi;
    private final TimePartitions partitions;

    public TrendTable(Jdbi jdbi, TimePartitions partitions) {
        this.jdbi = jdbi;
        this.partitions = partitions;
    }

    /** Sees to it that samples of these times find their partitions; call it before the transaction that adds them. */
    public void prepare(Collection<Instant> times) {
        partitions.ensure(MINUTES, times);
    }

    /** Adds samples to their minutes and hours. */
    public void add(Handle handle, List<TrendSample> samples) {
        if (samples.isEmpty()) {
            return;
        }
        merge(handle, MINUTES, folded(samples, ChronoUnit.MINUTES));
        merge(handle, HOURS, folded(samples, ChronoUnit.HOURS));
    }

    private static Collection<TrendSample> folded(List<TrendSample> samples, ChronoUnit unit) {
        Map<TrendSample, TrendSample> buckets = new TreeMap<>(ROW_ORDER);
        for (TrendSample sample : samples) {
            TrendSample moved = sample.movedTo(sample.at().truncatedTo(unit));
            buckets.merge(moved, moved, TrendSample::plus);
        }
        return buckets.values();
    }

    private static void merge(Handle handle, String table, Collection<TrendSample> buckets) {
        handle.createUpdate(
                        "INSERT INTO " + table + " AS t (source, quantity, bucket, minimum, maximum, total, samples)"
                                + " SELECT s, q, 'epoch'::timestamptz + b * interval '1 second', lo, hi, sum, n"
                                + " FROM unnest(:sources, :quantities, :buckets, :minima, :maxima, :totals, :counts)"
                                + " AS x(s, q, b, lo, hi, sum, n)"
                                + " ON CONFLICT (source, quantity, bucket) DO UPDATE SET"
                                + " minimum = least(t.minimum, excluded.minimum), maximum = greatest(t.maximum, excluded.maximum),"
                                + " total = t.total + excluded.total, samples = t.samples + excluded.samples")
                .bind("sources", buckets.stream().mapToLong(TrendSample::source).toArray())
                .bind(
                        "quantities",
                        buckets.stream().mapToInt(TrendSample::quantity).toArray())
                .bind(
                        "buckets",
                        buckets.stream().mapToLong(b -> b.at().getEpochSecond()).toArray())
                .bind(
                        "minima",
                        buckets.stream().mapToDouble(TrendSample::minimum).toArray())
                .bind(
                        "maxima",
                        buckets.stream().mapToDouble(TrendSample::maximum).toArray())
                .bind("totals", buckets.stream().mapToDouble(TrendSample::total).toArray())
                .bind("counts", buckets.stream().mapToLong(TrendSample::count).toArray())
                .execute();
    }

    /**
     * The course of a quantity in at most about {@code points} stretches of equal length, empty ones left out. Stretches
     * shorter than a minute are answered from the single values ({@code raw}), longer ones from the rollups.
     */
    public List<TrendPoint> series(long source, int quantity, TrendWindow window, RawValues raw) {
        return window.width().compareTo(Duration.ofMinutes(1)) < 0
                ? rawSeries(source, window, raw)
                : rollup(source, quantity, window);
    }

    /** The course from the rollups; stretches shorter than a minute come out as minutes. */
    public List<TrendPoint> rollup(long source, int quantity, TrendWindow window) {
        Duration width = window.width();
        boolean fine = width.compareTo(Duration.ofHours(1)) < 0;
        String table = fine ? MINUTES : HOURS;
        // The bucket that holds the beginning starts before it.
        Instant from = window.from().truncatedTo(fine ? ChronoUnit.MINUTES : ChronoUnit.HOURS);
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT date_bin(:width * interval '1 millisecond', bucket, :from) AS at, min(minimum) AS lo,"
                                + " sum(total) / sum(samples) AS mean, max(maximum) AS hi FROM " + table
                                + " WHERE source = :source AND quantity = :quantity AND bucket >= :from AND bucket < :to"
                                + " GROUP BY 1 ORDER BY 1")
                .bind("width", width.toMillis())
                .bind("from", from)
                .bind("to", window.to())
                .bind("source", source)
                .bind("quantity", quantity)
                .map((row, context) -> new TrendPoint(
                        row.getTimestamp("at").toInstant(),
                        row.getDouble("lo"),
                        row.getDouble("mean"),
                        row.getDouble("hi")))
                .list());
    }

    private List<TrendPoint> rawSeries(long source, TrendWindow window, RawValues raw) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT date_bin(:width * interval '1 millisecond', at, :from) AS at, min(measured[:index]) AS lo,"
                                + " avg(measured[:index])::float8 AS mean, max(measured[:index]) AS hi FROM features"
                                + " WHERE node = :node AND at >= :from AND at < :to AND recipe_known"
                                + " AND recipe_id = :recipe AND measured[:index] IS NOT NULL"
                                + " AND NOT (:zeroIsUnknown AND measured[:index] = 0) GROUP BY 1 ORDER BY 1")
                .bind("width", Math.max(1, window.width().toMillis()))
                .bind("from", window.from())
                .bind("to", window.to())
                .bind("node", source)
                .bind("recipe", raw.recipeId())
                .bind("index", raw.index() + 1)
                .bind("zeroIsUnknown", raw.zeroIsUnknown())
                .map((row, context) -> new TrendPoint(
                        row.getTimestamp("at").toInstant(),
                        row.getDouble("lo") * raw.scale(),
                        row.getDouble("mean") * raw.scale(),
                        row.getDouble("hi") * raw.scale()))
                .list());
    }
}
