package io.milliwatt.irrigation.adapter.db;

import io.milliwatt.irrigation.briefing.LinesTold;
import io.milliwatt.irrigation.briefing.RainTold;
import io.milliwatt.telemetry.command.IrrigationCommand.Lines;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** What each node was told last: its lines, and the rain to come. */
@ApplicationScoped
public class BriefingTable {

    private final Jdbi jdbi;

    BriefingTable(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    public Map<Long, LinesTold> lines(Collection<Long> nodes) {
        Map<Long, LinesTold> lines = new HashMap<>();
        jdbi.useHandle(handle -> handle.createQuery("SELECT * FROM node_lines WHERE node = ANY(:nodes)")
                .bind("nodes", array(nodes))
                .map((row, context) -> Map.entry(row.getLong("node"), lines(row)))
                .forEach(each -> lines.put(each.getKey(), each.getValue())));
        return lines;
    }

    public Map<Long, RainTold> rain(Collection<Long> nodes) {
        Map<Long, RainTold> rain = new HashMap<>();
        jdbi.useHandle(handle -> handle.createQuery("SELECT * FROM node_rain WHERE node = ANY(:nodes)")
                .bind("nodes", array(nodes))
                .map((row, context) -> Map.entry(row.getLong("node"), rain(row)))
                .forEach(each -> rain.put(each.getKey(), each.getValue())));
        return rain;
    }

    /** Writes down what is being told; false where another server has been quicker. */
    public boolean tell(Handle handle, long node, Optional<LinesTold> before, LinesTold told) {
        return handle.createUpdate("INSERT INTO node_lines AS known (node, refill_hundredths, full_hundredths, for_day,"
                                + " told_at, tries, boot) VALUES (:node, :refill, :full, :day, :at, :tries, :boot)"
                                + " ON CONFLICT (node) DO UPDATE SET refill_hundredths = excluded.refill_hundredths,"
                                + " full_hundredths = excluded.full_hundredths, for_day = excluded.for_day,"
                                + " told_at = excluded.told_at, tries = excluded.tries, boot = excluded.boot,"
                                + " confirmed_at = NULL WHERE known.told_at = :before")
                        .bind("node", node)
                        .bind("refill", told.lines().stream().map(Lines::refill).toArray(Integer[]::new))
                        .bind("full", told.lines().stream().map(Lines::full).toArray(Integer[]::new))
                        .bind("day", told.forDay())
                        .bind("at", told.at())
                        .bind("tries", told.tries())
                        .bind("boot", told.boot())
                        .bind("before", before.map(LinesTold::at).orElse(Instant.EPOCH))
                        .execute()
                == 1;
    }

    /** Writes down what is being told; false where another server has been quicker. */
    public boolean tell(Handle handle, long node, Optional<RainTold> before, RainTold told) {
        return handle.createUpdate("INSERT INTO node_rain AS known (node, first_day, tenths_millimetre, told_at)"
                                + " VALUES (:node, :day, :tenths, :at) ON CONFLICT (node) DO UPDATE SET"
                                + " first_day = excluded.first_day, tenths_millimetre = excluded.tenths_millimetre,"
                                + " told_at = excluded.told_at WHERE known.told_at = :before")
                        .bind("node", node)
                        .bind("day", told.firstDay())
                        .bind("tenths", told.tenthsMillimetre().toArray(Integer[]::new))
                        .bind("at", told.at())
                        .bind("before", before.map(RainTold::at).orElse(Instant.EPOCH))
                        .execute()
                == 1;
    }

    /** A node has said, in a reading of then, that it took its lines over. Its clock tells seconds, so it may answer in the second it was told. */
    public void confirm(Handle handle, long node, long boot, Instant at) {
        handle.createUpdate("UPDATE node_lines SET confirmed_at = :at, boot = :boot"
                        + " WHERE node = :node AND confirmed_at IS NULL AND date_trunc('second', told_at) <= :at")
                .bind("node", node)
                .bind("boot", boot)
                .bind("at", at)
                .execute();
    }

    private static LinesTold lines(ResultSet row) throws SQLException {
        Integer[] refill = (Integer[]) row.getArray("refill_hundredths").getArray();
        Integer[] full = (Integer[]) row.getArray("full_hundredths").getArray();
        List<Lines> lines = new ArrayList<>();
        for (int i = 0; i < refill.length; i++) {
            lines.add(new Lines(refill[i], full[i]));
        }
        return new LinesTold(
                lines,
                row.getObject("for_day", LocalDate.class),
                row.getTimestamp("told_at").toInstant(),
                row.getInt("tries"),
                row.getLong("boot"),
                Optional.ofNullable(row.getTimestamp("confirmed_at")).map(Timestamp::toInstant));
    }

    private static RainTold rain(ResultSet row) throws SQLException {
        return new RainTold(
                row.getObject("first_day", LocalDate.class),
                Arrays.asList((Integer[]) row.getArray("tenths_millimetre").getArray()),
                row.getTimestamp("told_at").toInstant());
    }

    private static long[] array(Collection<Long> nodes) {
        return nodes.stream().mapToLong(Long::longValue).toArray();
    }
}
