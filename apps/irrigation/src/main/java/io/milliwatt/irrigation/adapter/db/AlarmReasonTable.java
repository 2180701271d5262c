package io.milliwatt.irrigation.adapter.db;

import com.fasterxml.jackson.core.type.TypeReference;
import io.milliwatt.irrigation.reason.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** With which reasons alarms were raised, or raised again, last. */
@ApplicationScoped
public class AlarmReasonTable {

    private static final TypeReference<List<Reason>> REASONS = new TypeReference<>() {};

    private final Jdbi jdbi;
    private final JsonText json;

    AlarmReasonTable(Jdbi jdbi, JsonText json) {
        this.jdbi = jdbi;
        this.json = json;
    }

    public void put(Handle handle, long alarmId, List<Reason> reasons) {
        handle.createUpdate("INSERT INTO alarm_reason (alarm_id, reasons) VALUES (:alarm, :reasons::jsonb)"
                        + " ON CONFLICT (alarm_id) DO UPDATE SET reasons = excluded.reasons")
                .bind("alarm", alarmId)
                .bind("reasons", json.write(reasons))
                .execute();
    }

    /** Of those of these alarms that have any. */
    public Map<Long, List<Reason>> of(Collection<Long> alarmIds) {
        Map<Long, List<Reason>> reasons = new HashMap<>();
        if (alarmIds.isEmpty()) {
            return reasons;
        }
        jdbi.useHandle(handle -> handle.createQuery(
                        "SELECT alarm_id, reasons::text FROM alarm_reason WHERE alarm_id = ANY(:alarms)")
                .bind("alarms", alarmIds.stream().mapToLong(Long::longValue).toArray())
                .map((row, context) -> Map.entry(row.getLong(1), json.read(row.getString(2), REASONS)))
                .forEach(entry -> reasons.put(entry.getKey(), entry.getValue())));
        return reasons;
    }
}
