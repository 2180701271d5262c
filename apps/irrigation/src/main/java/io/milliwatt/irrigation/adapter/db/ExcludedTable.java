package io.milliwatt.irrigation.adapter.db;

import io.milliwatt.irrigation.intake.Excluded;
import io.milliwatt.irrigation.reason.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** What takes part in no decision, with its reason. */
@ApplicationScoped
public class ExcludedTable {

    private final Jdbi jdbi;
    private final Clock clock;
    private final JsonText json;

    ExcludedTable(Jdbi jdbi, Clock clock, JsonText json) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.json = json;
    }

    /** @param source such as {@code probe:p1} or {@code site:home} */
    public void add(Handle handle, String source, List<Excluded> values) {
        if (values.isEmpty()) {
            return;
        }
        var batch = handle.prepareBatch("INSERT INTO excluded_value (source, at, quantity, value, reason, stored_at)"
                + " VALUES (:source, :at, :quantity, :value, :reason::jsonb, :now) ON CONFLICT DO NOTHING");
        values.forEach(value -> batch.bind("source", source)
                .bind("at", value.at())
                .bind("quantity", value.quantity())
                .bind(
                        "value",
                        value.value().isPresent() ? Double.valueOf(value.value().getAsDouble()) : null)
                .bind("reason", json.write(value.reason()))
                .bind("now", clock.instant())
                .add());
        batch.execute();
    }

    /** Newest first. */
    public List<Excluded> list(String source, Instant from, Instant to, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT at, quantity, value, reason::text FROM excluded_value"
                                + " WHERE source = :source AND at >= :from AND at < :to ORDER BY at DESC LIMIT :limit")
                .bind("source", source)
                .bind("from", from)
                .bind("to", to)
                .bind("limit", limit)
                .map((row, context) -> {
                    double value = row.getDouble(3);
                    OptionalDouble known = row.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(value);
                    return new Excluded(
                            row.getTimestamp(1).toInstant(),
                            row.getString(2),
                            known,
                            json.read(row.getString(4), Reason.class));
                })
                .list());
    }
}
