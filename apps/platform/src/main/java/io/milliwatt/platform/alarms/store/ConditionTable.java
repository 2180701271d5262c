package io.milliwatt.platform.alarms.store;

import io.milliwatt.platform.alarms.Alarm;
import io.milliwatt.platform.alarms.ConditionMemory;
import io.milliwatt.platform.alarms.Standing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The memories of conditions, locked while a transaction works on them. */
final class ConditionTable {

    /**
     * A quiet condition only moves its time forward; that is written this often and not with each observation. After a
     * kill the memory may so believe to be up to this much younger, which only matters for frames that come out of order.
     */
    private static final Duration TIME_ONLY_INTERVAL = Duration.ofMinutes(1);

    private final Handle handle;

    ConditionTable(Handle handle) {
        this.handle = handle;
    }

    /** The standings of these conditions; each stays locked until the transaction ends. */
    Map<ConditionKey, Standing> lock(Collection<ConditionKey> wanted) {
        TreeSet<ConditionKey> keys = new TreeSet<>(wanted);
        String[] sources = keys.stream().map(ConditionKey::source).toArray(String[]::new);
        String[] rules = keys.stream().map(ConditionKey::rule).toArray(String[]::new);
        handle.createUpdate("INSERT INTO alarm_condition (source, rule, present, contrary_bits)"
                        + " SELECT s, r, false, 0 FROM unnest(:sources, :rules) AS wanted(s, r)"
                        + " WHERE NOT EXISTS (SELECT FROM alarm_condition c WHERE c.source = s AND c.rule = r)"
                        + " ORDER BY s, r ON CONFLICT DO NOTHING")
                .bind("sources", sources)
                .bind("rules", rules)
                .execute();
        Map<ConditionKey, ConditionMemory> memories = new TreeMap<>();
        handle.createQuery("SELECT c.* FROM alarm_condition c JOIN unnest(:sources, :rules) AS wanted(s, r)"
                        + " ON c.source = s AND c.rule = r ORDER BY c.source, c.rule FOR UPDATE OF c")
                .bind("sources", sources)
                .bind("rules", rules)
                .map((row, context) ->
                        Map.entry(new ConditionKey(row.getString("source"), row.getString("rule")), memory(row)))
                .forEach(entry -> memories.put(entry.getKey(), entry.getValue()));
        // Only now, behind the lock: an acknowledgement that came first must be seen.
        Map<ConditionKey, Alarm> open = new TreeMap<>();
        new AlarmTable(handle)
                .openOf(List.of(sources))
                .forEach(alarm -> open.put(new ConditionKey(alarm.source(), alarm.rule()), alarm));
        Map<ConditionKey, Standing> standings = new TreeMap<>();
        memories.forEach((key, memory) -> standings.put(key, new Standing(memory, Optional.ofNullable(open.get(key)))));
        return standings;
    }

    /** Writes the memories that changed. */
    void save(Map<ConditionKey, Standing> before, Map<ConditionKey, Standing> after) {
        PreparedBatch batch = handle.prepareBatch("UPDATE alarm_condition SET present = :present,"
                + " contrary_bits = :bits, contrary_since = :since, latest = :latest"
                + " WHERE source = :source AND rule = :rule");
        after.forEach((key, standing) -> {
            ConditionMemory memory = standing.memory();
            if (isWorthWriting(before.get(key).memory(), memory)) {
                batch.bind("present", memory.present())
                        .bind("bits", memory.contraryBits())
                        .bind("since", memory.contrarySince().orElse(null))
                        .bind("latest", memory.latest().orElse(null))
                        .bind("source", key.source())
                        .bind("rule", key.rule())
                        .add();
            }
        });
        if (batch.size() > 0) {
            batch.execute();
        }
    }

    /** Nothing was ever seen of these sources. */
    void forget(Collection<String> sources) {
        handle.createUpdate("DELETE FROM alarm_condition WHERE source = ANY(:sources)")
                .bind("sources", sources.toArray(String[]::new))
                .execute();
    }

    /** Nothing was ever seen of this condition. */
    void forget(ConditionKey key) {
        handle.createUpdate("DELETE FROM alarm_condition WHERE source = :source AND rule = :rule")
                .bind("source", key.source())
                .bind("rule", key.rule())
                .execute();
    }

    private static boolean isWorthWriting(ConditionMemory before, ConditionMemory after) {
        if (before.equals(after)) {
            return false;
        }
        boolean onlyTimeMoved = before.present() == after.present()
                && before.contraryBits() == after.contraryBits()
                && before.contrarySince().equals(after.contrarySince());
        return !onlyTimeMoved
                || before.latest().isEmpty()
                || before.latest()
                        .get()
                        .plus(TIME_ONLY_INTERVAL)
                        .isBefore(after.latest().orElseThrow());
    }

    private static ConditionMemory memory(ResultSet row) throws SQLException {
        return new ConditionMemory(
                row.getBoolean("present"),
                row.getLong("contrary_bits"),
                instant(row, "contrary_since"),
                instant(row, "latest"));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
    }
}
