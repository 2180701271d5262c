package io.milliwatt.ecg.adapter.db;

import io.milliwatt.ecg.alarm.Pause;
import io.milliwatt.platform.alarms.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The pause of each patient whose alarms are held back. */
@ApplicationScoped
public class PauseTable {

    public void put(Handle handle, Pause pause) {
        handle.createUpdate("INSERT INTO alarm_pause (patient, kind, since, until_at, by_user, highest_priority)"
                        + " VALUES (:patient, :kind, :since, :until, :by, :highest) ON CONFLICT (patient) DO UPDATE SET"
                        + " kind = excluded.kind, since = excluded.since, until_at = excluded.until_at,"
                        + " by_user = excluded.by_user, highest_priority = excluded.highest_priority")
                .bind("patient", pause.patient())
                .bind("kind", pause.kind().label())
                .bind("since", pause.since())
                .bind("until", pause.until().orElse(null))
                .bind("by", pause.by())
                .bind("highest", pause.highest().map(Priority::label).orElse(null))
                .execute();
    }

    /** Ends a pause; returns it, if there was one. */
    public Optional<Pause> remove(Handle handle, String patient) {
        return handle.createQuery("DELETE FROM alarm_pause WHERE patient = :patient RETURNING *")
                .bind("patient", patient)
                .map((row, context) -> read(row))
                .findOne();
    }

    /** Ends those whose time is over. */
    public List<Pause> removeOver(Handle handle, Instant now) {
        return handle.createQuery("DELETE FROM alarm_pause WHERE until_at <= :now RETURNING *")
                .bind("now", now)
                .map((row, context) -> read(row))
                .list();
    }

    public List<Pause> of(Handle handle, Collection<String> patients) {
        return handle.createQuery("SELECT * FROM alarm_pause WHERE patient = ANY(:patients)")
                .bind("patients", patients.toArray(String[]::new))
                .map((row, context) -> read(row))
                .list();
    }

    private static Pause read(ResultSet row) throws SQLException {
        return new Pause(
                row.getString("patient"),
                Pause.Kind.fromLabel(row.getString("kind")).orElseThrow(),
                row.getTimestamp("since").toInstant(),
                Optional.ofNullable(row.getTimestamp("until_at")).map(Timestamp::toInstant),
                row.getString("by_user"),
                Optional.ofNullable(row.getString("highest_priority")).map(Priority::fromLabel));
    }
}
