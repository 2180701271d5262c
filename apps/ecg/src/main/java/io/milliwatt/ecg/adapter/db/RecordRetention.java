package io.milliwatt.ecg.adapter.db;

import io.milliwatt.platform.storage.SchemaMigration;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Removes the alarm log, the log of exports, events and labels once they are old enough. The tables themselves refuse to lose
 * anything younger than a year, whatever is set here.
 */
@ApplicationScoped
public class RecordRetention {

    private static final Logger LOG = Logger.getLogger(RecordRetention.class);
    private static final int LEAST_DAYS = 366;

    private final Jdbi jdbi;
    private final Clock clock;
    private final SchemaMigration schema;
    private final Duration logs;
    private final Duration labels;

    RecordRetention(
            Jdbi jdbi,
            Clock clock,
            SchemaMigration schema,
            @ConfigProperty(name = "milliwatt.retention.log-days", defaultValue = "730") int logDays,
            @ConfigProperty(name = "milliwatt.retention.label-days", defaultValue = "3650") int labelDays) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.schema = schema;
        this.logs = days("milliwatt.retention.log-days", logDays);
        this.labels = days("milliwatt.retention.label-days", labelDays);
    }

    private static Duration days(String property, int days) {
        if (days < LEAST_DAYS) {
            throw new IllegalArgumentException(property + " is " + days + "; it must be " + LEAST_DAYS
                    + " or more, since records are kept for a year.");
        }
        return Duration.ofDays(days);
    }

    @Scheduled(every = "24h", delayed = "10m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void daily() {
        if (schema.isDone()) {
            removeOutdated();
        }
    }

    /** Removes what is past its time; returns the number of rows. */
    public int removeOutdated() {
        Instant now = clock.instant();
        int removed = jdbi.inTransaction(handle -> remove(handle, now.minus(logs), now.minus(labels)));
        if (removed > 0) {
            LOG.infof(
                    "Removed %d rows of logs older than %d days and of labels older than %d days.",
                    removed, logs.toDays(), labels.toDays());
        }
        return removed;
    }

    private static int remove(Handle handle, Instant oldestLog, Instant oldestLabel) {
        int removed = 0;
        // A target's versions and an alarm's steps go together, once the newest of them is old enough.
        removed += delete(
                handle,
                "DELETE FROM label l WHERE NOT EXISTS (SELECT FROM label n WHERE n.target = l.target AND n.at >= :oldest)",
                oldestLabel);
        removed += delete(
                handle,
                "DELETE FROM alarm_transition t USING alarm a WHERE a.id = t.alarm_id AND a.state = 'normal'"
                        + " AND NOT EXISTS (SELECT FROM alarm_transition n WHERE n.alarm_id = a.id AND n.recorded_at >= :oldest)",
                oldestLog);
        removed += delete(
                handle,
                "DELETE FROM alarm a WHERE state = 'normal' AND raised_at < :oldest"
                        + " AND NOT EXISTS (SELECT FROM alarm_transition t WHERE t.alarm_id = a.id)",
                oldestLog);
        removed += delete(handle, "DELETE FROM journal WHERE at < :oldest", oldestLog);
        removed += delete(handle, "DELETE FROM export_access WHERE at < :oldest", oldestLog);
        removed += delete(
                handle,
                "DELETE FROM episode e WHERE end_at < :oldest AND NOT EXISTS (SELECT FROM label l WHERE l.episode = e.id)",
                oldestLog);
        removed += delete(handle, "DELETE FROM news_score WHERE at < :oldest", oldestLog);
        return removed;
    }

    private static int delete(Handle handle, String sql, Instant oldest) {
        return handle.createUpdate(sql).bind("oldest", oldest).execute();
    }
}
