package io.milliwatt.irrigation.adapter.db;

import io.milliwatt.irrigation.adapter.db.Run.Pulse;
import io.milliwatt.irrigation.adapter.db.Run.State;
import io.milliwatt.irrigation.reason.Reason;
import io.milliwatt.irrigation.schedule.Cycle;
import io.milliwatt.irrigation.schedule.RunPlan;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Waterings: what is planned, what goes on and what was. */
@ApplicationScoped
public class RunTable {

    private final Jdbi jdbi;
    private final Clock clock;
    private final JsonText json;

    RunTable(Jdbi jdbi, Clock clock, JsonText json) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.json = json;
    }

    /** Adds a planned run and returns its number. */
    public long add(
            Handle handle,
            RunPlan plan,
            double netMillimetres,
            String origin,
            OptionalLong recommendation,
            Optional<Reason> reason,
            String by) {
        long id = handle.createQuery("INSERT INTO run (zone_id, valve_id, source_id, origin, recommendation_id, state,"
                        + " planned_start, planned_end, planned_seconds, planned_net_millimetres, reason, created_by,"
                        + " created_at) VALUES (:zone, :valve, :source, :origin, :recommendation, 'planned', :start, :end,"
                        + " :seconds, :net, :reason::jsonb, :by, :now) RETURNING id")
                .bind("zone", plan.zoneId())
                .bind("valve", plan.valveId())
                .bind("source", plan.sourceId())
                .bind("origin", origin)
                .bind("recommendation", recommendation.isPresent() ? Long.valueOf(recommendation.getAsLong()) : null)
                .bind("start", plan.start())
                .bind("end", plan.end())
                .bind("seconds", plan.openTime().toSeconds())
                .bind("net", netMillimetres)
                .bind("reason", reason.map(json::write).orElse(null))
                .bind("by", by)
                .bind("now", clock.instant())
                .mapTo(Long.class)
                .one();
        var batch = handle.prepareBatch("INSERT INTO run_cycle (run_id, place, start_at, seconds, state)"
                + " VALUES (:run, :place, :start, :seconds, 'planned')");
        int place = 0;
        for (Cycle cycle : plan.cycles()) {
            batch.bind("run", id)
                    .bind("place", place++)
                    .bind("start", cycle.start())
                    .bind("seconds", cycle.length().toSeconds())
                    .add();
        }
        batch.execute();
        return id;
    }

    public Optional<Run> find(long id) {
        return jdbi.withHandle(handle -> read(handle, "WHERE r.id = :id", Map.of("id", id))).stream()
                .findFirst();
    }

    /** The run with its row locked against others until the caller's transaction ends. */
    public Optional<Run> lock(Handle handle, long id) {
        handle.execute("SELECT id FROM run WHERE id = ? FOR UPDATE", id);
        return read(handle, "WHERE r.id = :id", Map.of("id", id)).stream().findFirst();
    }

    /** Runs that touch a stretch of time, in order. */
    public List<Run> between(Instant from, Instant to) {
        return jdbi.withHandle(handle ->
                read(handle, "WHERE r.planned_end >= :from AND r.planned_start < :to", Map.of("from", from, "to", to)));
    }

    public List<Run> unfinished() {
        return jdbi.withHandle(handle -> unfinished(handle));
    }

    public List<Run> unfinished(Handle handle) {
        return read(handle, "WHERE r.state IN ('planned', 'running')", Map.of());
    }

    public List<Run> ofZone(String zoneId, Instant from) {
        return jdbi.withHandle(handle -> read(
                handle, "WHERE r.zone_id = :zone AND r.planned_start >= :from", Map.of("zone", zoneId, "from", from)));
    }

    /** The numbers of the runs that came of these recommendations, in order, by the recommendation's; for lists that show no more of them. */
    public Map<Long, List<Long>> numbersOfRecommendations(Collection<Long> ids) {
        Map<Long, List<Long>> numbers = new HashMap<>();
        jdbi.useHandle(handle -> handle.createQuery("SELECT recommendation_id, id FROM run"
                        + " WHERE recommendation_id = ANY(:ids) ORDER BY planned_start, id")
                .bind("ids", ids.stream().mapToLong(Long::longValue).toArray())
                .map((row, context) -> Map.entry(row.getLong(1), row.getLong(2)))
                .forEach(entry -> numbers.computeIfAbsent(entry.getKey(), id -> new ArrayList<>())
                        .add(entry.getValue())));
        return numbers;
    }

    /** The zones that water runs to now. */
    public Set<String> zonesWatered() {
        // A literal, so that the index of unfinished runs is known to hold them all.
        return jdbi.withHandle(handle -> handle.createQuery("SELECT DISTINCT zone_id FROM run WHERE state = 'running'")
                .mapTo(String.class)
                .set());
    }

    public List<Run> ofRecommendations(Collection<Long> ids) {
        return jdbi.withHandle(handle -> read(
                handle,
                "WHERE r.recommendation_id = ANY(:ids)",
                Map.of("ids", ids.stream().mapToLong(Long::longValue).toArray())));
    }

    /** The run whose cycle a command opened. */
    public Optional<Run> ofCommand(Handle handle, String valveId, long sequence) {
        return read(
                        handle,
                        "WHERE r.valve_id = :valve AND EXISTS (SELECT FROM run_cycle k WHERE k.run_id = r.id AND"
                                + " k.command_sequence = :sequence)",
                        Map.of("valve", valveId, "sequence", sequence))
                .stream()
                .findFirst();
    }

    /** Writes what has changed of a run and its cycles. */
    public void save(Handle handle, Run run) {
        handle.createUpdate("UPDATE run SET state = :state, started_at = :started, ended_at = :ended,"
                        + " open_seconds = :open, metered_litres = :litres, end_cause = :cause, reason = :reason::jsonb"
                        + " WHERE id = :id")
                .bind("id", run.id())
                .bind("state", run.state().label())
                .bind("started", run.startedAt().orElse(null))
                .bind("ended", run.endedAt().orElse(null))
                .bind("open", run.openSeconds())
                .bind("litres", boxed(run.meteredLitres()))
                .bind("cause", run.endCause().orElse(null))
                .bind("reason", run.reason().map(json::write).orElse(null))
                .execute();
        var batch = handle.prepareBatch("UPDATE run_cycle SET state = :state, command_sequence = :sequence,"
                + " sent_at = :sent, opened_at = :opened, closed_at = :closed, open_seconds = :open, litres = :litres"
                + " WHERE run_id = :run AND place = :place");
        run.cycles()
                .forEach(cycle -> batch.bind("run", run.id())
                        .bind("place", cycle.place())
                        .bind("state", cycle.state().label())
                        .bind(
                                "sequence",
                                cycle.commandSequence().isPresent()
                                        ? Long.valueOf(cycle.commandSequence().getAsLong())
                                        : null)
                        .bind("sent", cycle.sentAt().orElse(null))
                        .bind("opened", cycle.openedAt().orElse(null))
                        .bind("closed", cycle.closedAt().orElse(null))
                        .bind("open", cycle.openSeconds())
                        .bind("litres", boxed(cycle.litres()))
                        .add());
        batch.execute();
    }

    /** The next number of a command to a node; a node takes only numbers above the last one. */
    public long nextCommand(Handle handle, long node) {
        return handle.createQuery(
                        "INSERT INTO valve_command_number AS known (node, last) VALUES (:node, :start)"
                                + " ON CONFLICT (node) DO UPDATE SET last = greatest(known.last + 1, excluded.last) RETURNING last")
                .bind("node", node)
                // By the clock, so that a database that is made anew does not begin below what nodes remember.
                .bind("start", clock.instant().getEpochSecond())
                .mapTo(Long.class)
                .one();
    }

    private List<Run> read(Handle handle, String where, Map<String, ?> arguments) {
        Map<Long, Run> runs = new LinkedHashMap<>();
        handle.createQuery("SELECT r.*, r.reason::text AS reason_text FROM run r " + where
                        + " ORDER BY r.planned_start, r.id")
                .bindMap(arguments)
                .map((row, context) -> run(row))
                .forEach(run -> runs.put(run.id(), run));
        // Most zones are not watered when somebody asks: then nobody is asked for cycles.
        return runs.isEmpty() ? List.of() : withCycles(handle, runs);
    }

    private static List<Run> withCycles(Handle handle, Map<Long, Run> runs) {
        Map<Long, List<Pulse>> cycles = new HashMap<>();
        handle.createQuery("SELECT * FROM run_cycle WHERE run_id = ANY(:runs) ORDER BY run_id, place")
                .bind("runs", runs.keySet().stream().mapToLong(Long::longValue).toArray())
                .map((row, context) -> Map.entry(row.getLong("run_id"), pulse(row)))
                .forEach(entry -> cycles.computeIfAbsent(entry.getKey(), id -> new ArrayList<>())
                        .add(entry.getValue()));
        return runs.values().stream()
                .map(run -> run.with(cycles.getOrDefault(run.id(), List.of())))
                .toList();
    }

    private Run run(ResultSet row) throws SQLException {
        long recommendation = row.getLong("recommendation_id");
        OptionalLong advised = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(recommendation);
        return new Run(
                row.getLong("id"),
                row.getString("zone_id"),
                row.getString("valve_id"),
                row.getString("source_id"),
                row.getString("origin"),
                advised,
                State.fromLabel(row.getString("state")),
                row.getTimestamp("planned_start").toInstant(),
                row.getTimestamp("planned_end").toInstant(),
                row.getInt("planned_seconds"),
                row.getDouble("planned_net_millimetres"),
                instant(row, "started_at"),
                instant(row, "ended_at"),
                row.getDouble("open_seconds"),
                number(row, "metered_litres"),
                Optional.ofNullable(row.getString("end_cause")),
                Optional.ofNullable(row.getString("reason_text")).map(text -> json.read(text, Reason.class)),
                row.getString("created_by"),
                List.of());
    }

    private static Pulse pulse(ResultSet row) throws SQLException {
        long sequence = row.getLong("command_sequence");
        OptionalLong sent = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(sequence);
        return new Pulse(
                row.getInt("place"),
                row.getTimestamp("start_at").toInstant(),
                row.getInt("seconds"),
                State.fromLabel(row.getString("state")),
                sent,
                instant(row, "sent_at"),
                instant(row, "opened_at"),
                instant(row, "closed_at"),
                row.getDouble("open_seconds"),
                number(row, "litres"));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
    }

    private static OptionalDouble number(ResultSet row, String column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    private static Double boxed(OptionalDouble value) {
        return value.isPresent() ? Double.valueOf(value.getAsDouble()) : null;
    }
}
