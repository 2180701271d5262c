package io.milliwatt.irrigation.adapter.db;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Who did what, and what the server did by itself. The table refuses to change or to lose a row. */
@ApplicationScoped
public class AuditTrail {

    /** In place of a person, where the server acts by itself. */
    public static final String SERVER = "server";

    private final Jdbi jdbi;
    private final Clock clock;
    private final JsonText json;

    AuditTrail(Jdbi jdbi, Clock clock, JsonText json) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.json = json;
    }

    /**
     * One line.
     *
     * @param action such as {@code recommendation-accepted}
     * @param subject such as {@code zone:north-a}
     */
    public record Entry(long id, Instant at, String by, String action, String subject, JsonNode detail) {}

    /** Adds a line in the caller's transaction: what is not written down does not happen. */
    public void add(Handle handle, String by, String action, String subject, Map<String, ?> detail) {
        handle.createUpdate("INSERT INTO audit_entry (at, by_user, action, subject, detail)"
                        + " VALUES (:at, :by, :action, :subject, :detail::jsonb)")
                .bind("at", clock.instant())
                .bind("by", by)
                .bind("action", action)
                .bind("subject", subject)
                .bind("detail", json.write(detail))
                .execute();
    }

    /** Newest first, with ids below {@code before}. */
    public List<Entry> list(Optional<String> subject, long before, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT id, at, by_user, action, subject, detail::text FROM audit_entry"
                                + " WHERE id < :before AND (:all OR subject = :subject) ORDER BY id DESC LIMIT :limit")
                .bind("before", before)
                .bind("all", subject.isEmpty())
                .bind("subject", subject.orElse(""))
                .bind("limit", limit)
                .map((row, context) -> new Entry(
                        row.getLong(1),
                        row.getTimestamp(2).toInstant(),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        json.read(row.getString(6), JsonNode.class)))
                .list());
    }
}
