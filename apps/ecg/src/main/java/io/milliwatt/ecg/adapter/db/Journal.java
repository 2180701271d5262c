package io.milliwatt.ecg.adapter.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The alarm log: every step of every alarm, and everything else that persons or the server did about alarms. */
@ApplicationScoped
public class Journal {

    private final Jdbi jdbi;

    Journal(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** What an entry that is no alarm's step tells of. */
    public enum Kind {
        PAUSE,
        PAUSE_ENDED,
        PAUSE_BROKEN,
        SETTINGS,
        ADMISSION,
        DISCHARGE,
        NODE;

        String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * One line of the log.
     *
     * @param kind {@code alarm} for an alarm's step
     * @param source of the alarm, or the patient
     */
    public record Line(
            Instant at,
            Instant recordedAt,
            Optional<String> source,
            String kind,
            Optional<Long> alarm,
            Optional<String> from,
            Optional<String> to,
            Optional<String> by,
            String text) {}

    /** Adds an entry in the caller's transaction. */
    public void add(
            Handle handle,
            Instant at,
            String patient,
            Kind kind,
            Optional<Long> alarm,
            Optional<String> by,
            String sentence) {
        handle.createUpdate("INSERT INTO journal (at, patient, kind, alarm_id, by_user, sentence)"
                        + " VALUES (:at, :patient, :kind, :alarm, :by, :sentence)")
                .bind("at", at)
                .bind("patient", patient)
                .bind("kind", kind.label())
                .bind("alarm", alarm.orElse(null))
                .bind("by", by.orElse(null))
                .bind("sentence", sentence)
                .execute();
    }

    /** The log between two times, newest first; of these alarm sources, or of all where they are absent. */
    public List<Line> between(Optional<Collection<String>> sources, Instant from, Instant to, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT t.at, t.recorded_at, a.source, 'alarm' AS kind, a.id AS alarm_id, t.from_state, t.to_state,"
                                + " t.by_user, coalesce(t.comment, a.message) AS sentence FROM alarm_transition t"
                                + " JOIN alarm a ON a.id = t.alarm_id WHERE t.recorded_at >= :from AND t.recorded_at < :to"
                                + " AND (:all OR a.source = ANY(:sources))"
                                + " UNION ALL SELECT at, at, patient, kind, alarm_id, NULL, NULL, by_user, sentence FROM journal"
                                + " WHERE at >= :from AND at < :to AND (:all OR patient = ANY(:sources))"
                                + " ORDER BY 2 DESC, 1 DESC LIMIT :limit")
                .bind("from", from)
                .bind("to", to)
                .bind("all", sources.isEmpty())
                .bind("sources", sources.orElse(List.of()).toArray(String[]::new))
                .bind("limit", limit)
                .map((row, context) -> read(row))
                .list());
    }

    private static Line read(ResultSet row) throws SQLException {
        long alarm = row.getLong("alarm_id");
        Optional<Long> alarmId = row.wasNull() ? Optional.empty() : Optional.of(alarm);
        return new Line(
                row.getTimestamp("at").toInstant(),
                Optional.ofNullable(row.getTimestamp("recorded_at"))
                        .map(Timestamp::toInstant)
                        .orElseThrow(),
                Optional.ofNullable(row.getString("source")),
                row.getString("kind"),
                alarmId,
                Optional.ofNullable(row.getString("from_state")),
                Optional.ofNullable(row.getString("to_state")),
                Optional.ofNullable(row.getString("by_user")),
                row.getString("sentence"));
    }
}
