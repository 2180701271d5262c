package io.milliwatt.platform.alarms.store;

import io.milliwatt.platform.alarms.Alarm;
import io.milliwatt.platform.alarms.AlarmState;
import io.milliwatt.platform.alarms.Priority;
import io.milliwatt.platform.alarms.Transition;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jdbi.v3.core.Handle;

/** Alarms and their steps. */
final class AlarmTable {

    private final Handle handle;

    AlarmTable(Handle handle) {
        this.handle = handle;
    }

    /** Writes the alarm as it is after the step, and the step itself. */
    void record(Transition step, Instant now) {
        Alarm alarm = step.alarm();
        handle.createUpdate(
                        "INSERT INTO alarm (id, source, rule, priority, state, raised_at, returned_at, acknowledged_at,"
                                + " acknowledged_by, message, value, limit_value, unit, late) VALUES (:id, :source, :rule, :priority,"
                                + " :state, :raised, :returned, :acknowledged, :by, :message, :value, :limit, :unit, :late)"
                                + " ON CONFLICT (id) DO UPDATE SET priority = excluded.priority, state = excluded.state,"
                                + " returned_at = excluded.returned_at, acknowledged_at = excluded.acknowledged_at,"
                                + " acknowledged_by = excluded.acknowledged_by, message = excluded.message,"
                                + " value = excluded.value, limit_value = excluded.limit_value, unit = excluded.unit,"
                                + " late = excluded.late")
                .bind("id", alarm.id())
                .bind("source", alarm.source())
                .bind("rule", alarm.rule())
                .bind("priority", alarm.priority().label())
                .bind("state", alarm.state().label())
                .bind("raised", alarm.raisedAt())
                .bind("returned", alarm.returnedAt().orElse(null))
                .bind("acknowledged", alarm.acknowledgedAt().orElse(null))
                .bind("by", alarm.acknowledgedBy().orElse(null))
                .bind("message", alarm.message())
                .bind("value", boxed(alarm.value()))
                .bind("limit", boxed(alarm.limit()))
                .bind("unit", alarm.unit())
                .bind("late", alarm.late())
                .execute();
        handle.createUpdate("INSERT INTO alarm_transition (alarm_id, at, recorded_at, from_state, to_state, by_user,"
                        + " comment, value) VALUES (:alarm, :at, :now, :from, :to, :by, :comment, :value)")
                .bind("alarm", alarm.id())
                .bind("at", step.at())
                .bind("now", now)
                .bind("from", step.from().label())
                .bind("to", step.to().label())
                .bind("by", step.by().orElse(null))
                .bind("comment", step.comment().orElse(null))
                .bind("value", boxed(step.value()))
                .execute();
    }

    /**
     * The alarm, locked until the transaction ends. Its condition is locked first, as observations do it, so that an
     * acknowledgement and an observation that meet wait for each other in one order.
     */
    Optional<Alarm> lock(long alarmId) {
        handle.createQuery("SELECT c.rule FROM alarm_condition c JOIN alarm a USING (source, rule)"
                        + " WHERE a.id = :id FOR UPDATE OF c")
                .bind("id", alarmId)
                .mapTo(String.class)
                .list();
        return handle.createQuery("SELECT * FROM alarm WHERE id = :id FOR UPDATE")
                .bind("id", alarmId)
                .map((row, context) -> read(row))
                .findOne();
    }

    Optional<Alarm> find(long alarmId) {
        return handle.createQuery("SELECT * FROM alarm WHERE id = :id")
                .bind("id", alarmId)
                .map((row, context) -> read(row))
                .findOne();
    }

    List<Alarm> list(boolean openOnly, Optional<? extends Collection<String>> sources, int limit) {
        return handle.createQuery("SELECT * FROM alarm WHERE (NOT :openOnly OR state <> 'normal')"
                        + " AND (:all OR source = ANY(:sources)) ORDER BY raised_at DESC, id DESC LIMIT :limit")
                .bind("openOnly", openOnly)
                .bind("all", sources.isEmpty())
                .bind(
                        "sources",
                        sources.<Collection<String>>map(wanted -> wanted)
                                .orElse(List.of())
                                .toArray(String[]::new))
                .bind("limit", limit)
                .map((row, context) -> read(row))
                .list();
    }

    AlarmBook.Tally tally() {
        return handle.createQuery("SELECT count(*), count(*) FILTER (WHERE state IN ('active-unacknowledged',"
                        + " 'returned-unacknowledged')) FROM alarm WHERE state <> 'normal'")
                .map((row, context) -> new AlarmBook.Tally(row.getInt(1), row.getInt(2)))
                .one();
    }

    List<Alarm> openOf(Collection<String> sources) {
        return handle.createQuery("SELECT * FROM alarm WHERE state <> 'normal' AND source = ANY(:sources)")
                .bind("sources", sources.toArray(String[]::new))
                .map((row, context) -> read(row))
                .list();
    }

    /** Alarms that were raised late and whose condition is not known to have ended. */
    List<Alarm> lateAndActive(Collection<String> sources) {
        return handle.createQuery("SELECT * FROM alarm WHERE late AND state IN ('active-unacknowledged',"
                        + " 'active-acknowledged') AND source = ANY(:sources) ORDER BY id FOR UPDATE")
                .bind("sources", sources.toArray(String[]::new))
                .map((row, context) -> read(row))
                .list();
    }

    List<HistoryEntry> history(long alarmId) {
        return handle.createQuery("SELECT * FROM alarm_transition WHERE alarm_id = :id ORDER BY id")
                .bind("id", alarmId)
                .map((row, context) -> new HistoryEntry(
                        row.getTimestamp("at").toInstant(),
                        AlarmState.fromLabel(row.getString("from_state")),
                        AlarmState.fromLabel(row.getString("to_state")),
                        Optional.ofNullable(row.getString("by_user")),
                        Optional.ofNullable(row.getString("comment")),
                        optional(row, "value")))
                .list();
    }

    private static Alarm read(ResultSet row) throws SQLException {
        return new Alarm(
                row.getLong("id"),
                row.getString("source"),
                row.getString("rule"),
                Priority.fromLabel(row.getString("priority")),
                AlarmState.fromLabel(row.getString("state")),
                row.getTimestamp("raised_at").toInstant(),
                Optional.ofNullable(row.getTimestamp("returned_at")).map(Timestamp::toInstant),
                Optional.ofNullable(row.getTimestamp("acknowledged_at")).map(Timestamp::toInstant),
                Optional.ofNullable(row.getString("acknowledged_by")),
                row.getString("message"),
                optional(row, "value"),
                optional(row, "limit_value"),
                row.getString("unit"),
                row.getBoolean("late"));
    }

    private static OptionalDouble optional(ResultSet row, String column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    private static Double boxed(OptionalDouble value) {
        return value.isPresent() ? Double.valueOf(value.getAsDouble()) : null;
    }
}
