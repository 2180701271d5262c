package io.milliwatt.irrigation.adapter.db;

import io.milliwatt.telemetry.ValveState;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** What valves told of themselves: every word, and the newest of each. */
@ApplicationScoped
public class ValveTable {

    private final Jdbi jdbi;

    ValveTable(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * A valve's word.
     *
     * @param output 0 to 3
     * @param cause such as {@code command} or {@code link-lost}
     */
    public record Word(
            long node,
            int output,
            Instant at,
            boolean open,
            String cause,
            long commandSequence,
            long openSeconds,
            long litres,
            long limitSeconds) {

        public static Word of(long node, Instant at, ValveState state) {
            return new Word(
                    node,
                    state.valve() - 1,
                    at,
                    state.open(),
                    state.cause().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    state.commandSequence(),
                    state.secondsOpen(),
                    state.litres(),
                    state.secondsLimit());
        }
    }

    /** Where a valve is: its node and output. */
    public record Place(long node, int output) {}

    public void add(Handle handle, Word word, long boot, long sequence, boolean late) {
        handle.createUpdate("INSERT INTO valve_event (node, boot, sequence, output, at, opened, cause,"
                        + " command_sequence, open_seconds, litres, limit_seconds, late) VALUES (:node, :boot, :sequence,"
                        + " :output, :at, :open, :cause, :command, :seconds, :litres, :limit, :late)")
                .bindMap(columns(word))
                .bind("boot", boot)
                .bind("sequence", sequence)
                .bind("late", late)
                .execute();
        handle.createUpdate("INSERT INTO valve_latest AS known (node, output, at, is_open, cause, command_sequence,"
                        + " open_seconds, litres, limit_seconds) VALUES (:node, :output, :at, :open, :cause, :command,"
                        + " :seconds, :litres, :limit) ON CONFLICT (node, output) DO UPDATE SET at = excluded.at,"
                        + " is_open = excluded.is_open, cause = excluded.cause, command_sequence = excluded.command_sequence,"
                        + " open_seconds = excluded.open_seconds, litres = excluded.litres,"
                        + " limit_seconds = excluded.limit_seconds WHERE known.at <= excluded.at")
                .bindMap(columns(word))
                .execute();
    }

    /** The newest words of the valves on these nodes, as far as they were heard. */
    public Map<Place, Word> latest(Collection<Long> nodes) {
        Map<Place, Word> latest = new HashMap<>();
        jdbi.useHandle(handle -> handle.createQuery(
                        "SELECT node, output, at, is_open AS opened, cause, command_sequence,"
                                + " open_seconds, litres, limit_seconds FROM valve_latest WHERE node = ANY(:nodes)")
                .bind("nodes", nodes.stream().mapToLong(Long::longValue).toArray())
                .map((row, context) -> read(row))
                .forEach(word -> latest.put(new Place(word.node(), word.output()), word)));
        return latest;
    }

    /** Newest first. */
    public List<Word> events(long node, int output, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM valve_event WHERE node = :node"
                        + " AND output = :output ORDER BY at DESC, boot DESC, sequence DESC LIMIT :limit")
                .bind("node", node)
                .bind("output", output)
                .bind("limit", limit)
                .map((row, context) -> read(row))
                .list());
    }

    private static Map<String, Object> columns(Word word) {
        return Map.of(
                "node", word.node(),
                "output", word.output(),
                "at", word.at(),
                "open", word.open(),
                "cause", word.cause(),
                "command", word.commandSequence(),
                "seconds", word.openSeconds(),
                "litres", word.litres(),
                "limit", word.limitSeconds());
    }

    private static Word read(ResultSet row) throws SQLException {
        return new Word(
                row.getLong("node"),
                row.getInt("output"),
                row.getTimestamp("at").toInstant(),
                row.getBoolean("opened"),
                row.getString("cause"),
                row.getLong("command_sequence"),
                row.getLong("open_seconds"),
                row.getLong("litres"),
                row.getLong("limit_seconds"));
    }
}
