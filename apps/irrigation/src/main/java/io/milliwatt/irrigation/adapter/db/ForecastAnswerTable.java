package io.milliwatt.irrigation.adapter.db;

import com.fasterxml.jackson.core.type.TypeReference;
import io.milliwatt.irrigation.reason.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** What each site's weather service answered last, and when it may be asked again: kept, so that a restart asks no sooner. */
@ApplicationScoped
public class ForecastAnswerTable {

    private static final TypeReference<List<Reason>> REASONS = new TypeReference<>() {};

    private final Jdbi jdbi;
    private final JsonText json;

    ForecastAnswerTable(Jdbi jdbi, JsonText json) {
        this.jdbi = jdbi;
        this.json = json;
    }

    /**
     * A site's row.
     *
     * @param service whom was asked for what
     * @param trouble empty where the last answer was good
     */
    public record Kept(
            String service,
            Instant askedAt,
            Instant nextAt,
            List<Reason> trouble,
            Optional<Instant> goodAt,
            Optional<String> etag,
            Optional<String> lastModified) {}

    /** A good answer as it was said. */
    public record Good(Optional<String> body, Optional<String> etag, Optional<String> lastModified) {}

    public Optional<Kept> find(String siteId) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT service, asked_at, next_at, trouble::text, good_at,"
                        + " etag, last_modified FROM forecast_answer WHERE site_id = :site")
                .bind("site", siteId)
                .map((row, context) -> new Kept(
                        row.getString("service"),
                        row.getTimestamp("asked_at").toInstant(),
                        row.getTimestamp("next_at").toInstant(),
                        Optional.ofNullable(row.getString("trouble"))
                                .map(text -> json.read(text, REASONS))
                                .orElse(List.of()),
                        Optional.ofNullable(row.getTimestamp("good_at")).map(java.sql.Timestamp::toInstant),
                        Optional.ofNullable(row.getString("etag")),
                        Optional.ofNullable(row.getString("last_modified"))))
                .findOne());
    }

    /** Takes the turn to ask, once for all servers; false where it is not yet time. Another service than before begins anew. */
    public boolean claim(String siteId, String service, Instant now, Instant next) {
        return jdbi.withHandle(handle -> handle.createUpdate(
                                "INSERT INTO forecast_answer AS known (site_id, service, asked_at, next_at)"
                                        + " VALUES (:site, :service, :now, :next) ON CONFLICT (site_id) DO UPDATE SET"
                                        + " asked_at = excluded.asked_at, next_at = excluded.next_at,"
                                        + " trouble = CASE WHEN known.service = excluded.service THEN known.trouble END,"
                                        + " good_at = CASE WHEN known.service = excluded.service THEN known.good_at END,"
                                        + " etag = CASE WHEN known.service = excluded.service THEN known.etag END,"
                                        + " last_modified = CASE WHEN known.service = excluded.service THEN known.last_modified END,"
                                        + " body = CASE WHEN known.service = excluded.service THEN known.body END,"
                                        + " service = excluded.service"
                                        + " WHERE known.next_at <= excluded.asked_at OR known.service <> excluded.service")
                        .bind("site", siteId)
                        .bind("service", service)
                        .bind("now", now)
                        .bind("next", next)
                        .execute()
                == 1);
    }

    /** A body that is left out stays as it was: nothing is new. */
    public void good(String siteId, Good answer, Instant now, Instant next) {
        jdbi.useHandle(handle -> handle.createUpdate("UPDATE forecast_answer SET trouble = NULL, good_at = :now,"
                        + " next_at = :next, etag = :etag, last_modified = :modified, body = coalesce(:body, body)"
                        + " WHERE site_id = :site")
                .bind("site", siteId)
                .bind("now", now)
                .bind("next", next)
                .bind("etag", answer.etag().orElse(null))
                .bind("modified", answer.lastModified().orElse(null))
                .bind("body", answer.body().orElse(null))
                .execute());
    }

    /** The last good answer stays, without what would make the service say that nothing is new. */
    public void failed(String siteId, List<Reason> trouble, Instant next) {
        jdbi.useHandle(handle -> handle.createUpdate("UPDATE forecast_answer SET trouble = :trouble::jsonb,"
                        + " next_at = :next, etag = NULL, last_modified = NULL WHERE site_id = :site")
                .bind("site", siteId)
                .bind("trouble", json.write(trouble))
                .bind("next", next)
                .execute());
    }
}
