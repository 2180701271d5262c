package io.milliwatt.irrigation.adapter.db;

import io.milliwatt.irrigation.briefing.NodeSign;
import io.milliwatt.irrigation.probe.DepthReading;
import io.milliwatt.irrigation.probe.ReadingFlag;
import io.milliwatt.irrigation.weather.AirHour;
import io.milliwatt.platform.storage.CopyRows;
import io.milliwatt.platform.storage.TimePartitions;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Soil readings, written by COPY because there are so many, and the newest of each node. */
@ApplicationScoped
public class SoilReadingTable {

    public static final String NAME = "soil_reading";
    private static final String COLUMNS = "node, at, boot, sequence, depths_millimetres, water_content_permille,"
            + " temperature_centidegrees, flags, battery_millivolts, rain_tenths_millimetre, air_centidegrees,"
            + " flow_litres, days_to_refill_tenths, late, clock_suspect";
    private static final double PERMILLE_PER_PERCENT = 10;
    private static final double CENTI = 100;

    private final Jdbi jdbi;
    private final TimePartitions partitions;

    SoilReadingTable(Jdbi jdbi, TimePartitions partitions) {
        this.jdbi = jdbi;
        this.partitions = partitions;
    }

    /** The newest reading of a node; counters are those since its boot. */
    public record Latest(
            long node,
            Instant at,
            long boot,
            List<Long> depthsMillimetres,
            List<Long> waterContentPermille,
            List<Long> temperatureCentidegrees,
            List<Long> flags,
            OptionalLong batteryMillivolts,
            OptionalLong rainTenthsMillimetre,
            OptionalLong flowLitres,
            OptionalLong daysToRefillTenths) {}

    /** Sees to it that rows of these times find their partitions; call it before the transaction that adds them. */
    public void prepare(List<Instant> times) {
        partitions.ensure(NAME, times);
    }

    /** Adds rows that are not there yet, and keeps the newest of each node apart. */
    public void add(Handle handle, List<SoilRow> rows) {
        CopyRows copy = new CopyRows(rows.size());
        for (SoilRow row : rows) {
            copy.add(row.node()).add(row.at()).add(row.boot()).add(row.sequence());
            copy.add(row.depthsMillimetres()).add(row.waterContentPermille());
            copy.add(row.temperatureCentidegrees()).add(row.flags());
            copy.add(row.batteryMillivolts()).add(row.rainTenthsMillimetre()).add(row.airCentidegrees());
            copy.add(row.flowLitres()).add(row.daysToRefillTenths());
            copy.add(row.late()).add(row.clockSuspect()).endRow();
        }
        copy.into(handle, NAME, COLUMNS);
        keepNewest(handle, rows);
    }

    private static void keepNewest(Handle handle, List<SoilRow> rows) {
        Map<Long, SoilRow> newest = new HashMap<>();
        rows.forEach(row -> newest.merge(row.node(), row, (a, b) -> b.at().isBefore(a.at()) ? a : b));
        if (newest.isEmpty()) {
            return;
        }
        var batch = handle.prepareBatch("INSERT INTO soil_latest AS known (node, at, boot, depths_millimetres,"
                + " water_content_permille, temperature_centidegrees, flags, battery_millivolts,"
                + " rain_tenths_millimetre, flow_litres, days_to_refill_tenths) VALUES (:node, :at, :boot, :depths,"
                + " :contents, :temperatures, :flags, :battery, :rain, :flow, :days) ON CONFLICT (node) DO UPDATE SET"
                + " at = excluded.at, boot = excluded.boot, depths_millimetres = excluded.depths_millimetres,"
                + " water_content_permille = excluded.water_content_permille,"
                + " temperature_centidegrees = excluded.temperature_centidegrees, flags = excluded.flags,"
                + " battery_millivolts = coalesce(excluded.battery_millivolts, known.battery_millivolts),"
                + " rain_tenths_millimetre = coalesce(excluded.rain_tenths_millimetre, known.rain_tenths_millimetre),"
                + " flow_litres = coalesce(excluded.flow_litres, known.flow_litres),"
                + " days_to_refill_tenths = excluded.days_to_refill_tenths WHERE known.at <= excluded.at");
        // In order of the node, so that two servers never wait for one another.
        newest.keySet().stream()
                .sorted()
                .map(newest::get)
                .forEach(row -> batch.bind("node", row.node())
                        .bind("at", row.at())
                        .bind("boot", row.boot())
                        .bind("depths", array(row.depthsMillimetres()))
                        .bind("contents", array(row.waterContentPermille()))
                        .bind("temperatures", array(row.temperatureCentidegrees()))
                        .bind("flags", array(row.flags()))
                        .bind("battery", boxed(row.batteryMillivolts()))
                        .bind("rain", boxed(row.rainTenthsMillimetre()))
                        .bind("flow", boxed(row.flowLitres()))
                        .bind("days", boxed(row.daysToRefillTenths()))
                        .add());
        batch.execute();
    }

    /** The newest readings of these nodes, as far as there are any, within the caller's transaction. */
    public Map<Long, Latest> latest(Handle handle, Collection<Long> nodes) {
        Map<Long, Latest> latest = new HashMap<>();
        handle.createQuery("SELECT * FROM soil_latest WHERE node = ANY(:nodes)")
                .bind("nodes", nodes.stream().mapToLong(Long::longValue).toArray())
                .map((row, context) -> latest(row))
                .forEach(each -> latest.put(each.node(), each));
        return latest;
    }

    public Map<Long, Latest> latest(Collection<Long> nodes) {
        return jdbi.withHandle(handle -> latest(handle, nodes));
    }

    /** When each of these nodes was heard last, as far as it was; for looks over a whole fleet. */
    public Map<Long, NodeSign> signs(Collection<Long> nodes) {
        Map<Long, NodeSign> signs = new HashMap<>();
        jdbi.useHandle(handle -> handle.createQuery("SELECT node, at, boot FROM soil_latest WHERE node = ANY(:nodes)")
                .bind("nodes", nodes.stream().mapToLong(Long::longValue).toArray())
                .map((row, context) -> Map.entry(
                        row.getLong("node"), new NodeSign(row.getTimestamp("at").toInstant(), row.getLong("boot"))))
                .forEach(each -> signs.put(each.getKey(), each.getValue())));
        return signs;
    }

    /** A node's readings as the domain sees them, from the oldest; each sensor by itself. */
    public List<DepthReading> readings(long node, Instant from, Instant to) {
        List<DepthReading> readings = new ArrayList<>();
        for (SoilRow row : rows(node, from, to)) {
            for (int channel = 0; channel < row.depthsMillimetres().size(); channel++) {
                Long content = row.waterContentPermille().get(channel);
                Long temperature = row.temperatureCentidegrees().get(channel);
                readings.add(new DepthReading(
                        row.at(),
                        channel,
                        content == null ? Double.NaN : content / PERMILLE_PER_PERCENT,
                        temperature == null ? OptionalDouble.empty() : OptionalDouble.of(temperature / CENTI),
                        ReadingFlag.ofBits(row.flags().get(channel).intValue())));
            }
        }
        return readings;
    }

    /** The air at a node. */
    public record Air(long node, Instant at, double celsius) {}

    /** The air at a node by the hour, of what an air sensor can tell (°C) at a time that the node knew; hours count from the first instant. */
    public List<AirHour> airHours(long node, Instant from, Instant to, double coldest, double warmest) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT date_bin('1 hour', at, :from), min(air_centidegrees),"
                                + " max(air_centidegrees) FROM soil_reading WHERE node = :node AND at >= :from AND at < :to"
                                + " AND air_centidegrees > :coldest AND air_centidegrees < :warmest AND NOT clock_suspect"
                                + " GROUP BY 1 ORDER BY 1")
                .bind("node", node)
                .bind("from", from)
                .bind("to", to)
                .bind("coldest", coldest * CENTI)
                .bind("warmest", warmest * CENTI)
                .map((row, context) ->
                        new AirHour(row.getTimestamp(1).toInstant(), row.getLong(2) / CENTI, row.getLong(3) / CENTI))
                .list());
    }

    /** The newest that each of these nodes told of the air within a time. */
    public List<Air> airOf(Collection<Long> nodes, Instant from, Instant to) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT DISTINCT ON (node) node, at, air_centidegrees"
                        + " FROM soil_reading WHERE node = ANY(:nodes) AND at >= :from AND at <= :to"
                        + " AND air_centidegrees IS NOT NULL ORDER BY node, at DESC")
                .bind("nodes", nodes.stream().mapToLong(Long::longValue).toArray())
                .bind("from", from)
                .bind("to", to)
                .map((row, context) ->
                        new Air(row.getLong("node"), row.getTimestamp("at").toInstant(), row.getLong(3) / CENTI))
                .list());
    }

    /** The mean of the air at a node, °C, by the farm's date; days without are left out. */
    public Map<LocalDate, Double> airByDay(long node, Instant from, Instant to, ZoneId timeZone) {
        Map<LocalDate, Double> means = new HashMap<>();
        jdbi.useHandle(handle -> handle.createQuery("SELECT (at AT TIME ZONE :zone)::date, avg(air_centidegrees)"
                        + " FROM soil_reading WHERE node = :node AND at >= :from AND at < :to"
                        + " AND air_centidegrees IS NOT NULL GROUP BY 1")
                .bind("zone", timeZone.getId())
                .bind("node", node)
                .bind("from", from)
                .bind("to", to)
                .map((row, context) -> Map.entry(row.getObject(1, LocalDate.class), row.getDouble(2) / CENTI))
                .forEach(entry -> means.put(entry.getKey(), entry.getValue())));
        return means;
    }

    /** When a node was first heard within a time; empty where it was not. */
    public Optional<Instant> firstReading(long node, Instant from) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT min(at) FROM soil_reading WHERE node = :node AND at >= :from")
                .bind("node", node)
                .bind("from", from)
                .map((row, context) -> Optional.ofNullable(row.getTimestamp(1)).map(java.sql.Timestamp::toInstant))
                .one());
    }

    /** A node's readings as they are stored, from the oldest. */
    public List<SoilRow> rows(long node, Instant from, Instant to) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT * FROM soil_reading WHERE node = :node AND at >= :from AND at < :to ORDER BY at")
                .bind("node", node)
                .bind("from", from)
                .bind("to", to)
                .map((row, context) -> row(row))
                .list());
    }

    private static SoilRow row(ResultSet row) throws SQLException {
        return new SoilRow(
                row.getLong("node"),
                row.getTimestamp("at").toInstant(),
                row.getLong("boot"),
                row.getLong("sequence"),
                list(row, "depths_millimetres"),
                list(row, "water_content_permille"),
                list(row, "temperature_centidegrees"),
                list(row, "flags"),
                optional(row, "battery_millivolts"),
                optional(row, "rain_tenths_millimetre"),
                optional(row, "air_centidegrees"),
                optional(row, "flow_litres"),
                optional(row, "days_to_refill_tenths"),
                row.getBoolean("late"),
                row.getBoolean("clock_suspect"));
    }

    private static Latest latest(ResultSet row) throws SQLException {
        return new Latest(
                row.getLong("node"),
                row.getTimestamp("at").toInstant(),
                row.getLong("boot"),
                list(row, "depths_millimetres"),
                list(row, "water_content_permille"),
                list(row, "temperature_centidegrees"),
                list(row, "flags"),
                optional(row, "battery_millivolts"),
                optional(row, "rain_tenths_millimetre"),
                optional(row, "flow_litres"),
                optional(row, "days_to_refill_tenths"));
    }

    private static Long[] array(List<Long> values) {
        return values.toArray(Long[]::new);
    }

    private static List<Long> list(ResultSet row, String column) throws SQLException {
        return Arrays.asList((Long[]) row.getArray(column).getArray());
    }

    private static OptionalLong optional(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(value);
    }

    private static Long boxed(OptionalLong value) {
        return value.isPresent() ? Long.valueOf(value.getAsLong()) : null;
    }
}
