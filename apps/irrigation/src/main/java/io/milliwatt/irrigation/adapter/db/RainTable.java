package io.milliwatt.irrigation.adapter.db;

import io.milliwatt.irrigation.ledger.Entry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** What gauges caught, stretch by stretch; a stretch that begins with the same moment is told anew and replaces the earlier word. */
@ApplicationScoped
public class RainTable {

    private final Jdbi jdbi;
    private final Clock clock;

    RainTable(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    public static String gauge(long node) {
        return "node:" + node;
    }

    /** The gauge of a site's own station or of files about it. */
    public static String gauge(String siteId) {
        return "site:" + siteId;
    }

    /** What a gauge caught in a stretch, mm; 0 is dry. */
    public record Caught(String gauge, Instant from, Instant until, double millimetres) {}

    public void add(Handle handle, List<Caught> all) {
        if (all.isEmpty()) {
            return;
        }
        var batch = handle.prepareBatch("INSERT INTO rain_interval (gauge, from_at, until_at, millimetres, stored_at)"
                + " VALUES (:gauge, :from, :until, :rain, :now) ON CONFLICT (gauge, from_at) DO UPDATE SET"
                + " until_at = excluded.until_at, millimetres = excluded.millimetres, stored_at = excluded.stored_at");
        all.forEach(caught -> batch.bind("gauge", caught.gauge())
                .bind("from", caught.from())
                .bind("until", caught.until())
                .bind("rain", caught.millimetres())
                .bind("now", clock.instant())
                .add());
        batch.execute();
    }

    /** As entries of an account, from these gauges. */
    public List<Entry.Rain> entries(List<String> gauges, Instant from, Instant to) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT * FROM rain_interval WHERE gauge = ANY(:gauges) AND from_at >= :from AND from_at < :to")
                .bind("gauges", gauges.toArray(String[]::new))
                .bind("from", from)
                .bind("to", to)
                .map((row, context) -> new Entry.Rain(
                        row.getString("gauge"),
                        row.getTimestamp("from_at").toInstant(),
                        row.getTimestamp("until_at").toInstant(),
                        row.getDouble("millimetres"),
                        row.getTimestamp("stored_at").toInstant()))
                .list());
    }
}
