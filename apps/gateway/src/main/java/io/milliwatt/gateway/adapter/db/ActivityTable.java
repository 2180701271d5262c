package io.milliwatt.gateway.adapter.db;

import io.milliwatt.gateway.reception.NodeActivity.Tally;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The tallies in the table {@code node_activity}. */
@Singleton
public class ActivityTable {
    private final Jdbi jdbi;

    ActivityTable(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    List<Tally> all() {
        return jdbi.withHandle(handle -> handle.createQuery("select * from node_activity")
                .map((row, context) -> new Tally(
                        row.getLong("node"),
                        row.getObject("last_seen_at", OffsetDateTime.class).toInstant(),
                        row.getLong("forwarded"),
                        row.getLong("repeated"),
                        row.getLong("refused")))
                .list());
    }

    void store(List<Tally> tallies) {
        if (tallies.isEmpty()) {
            return;
        }
        jdbi.useTransaction(handle -> {
            PreparedBatch batch = handle.prepareBatch("""
                    insert into node_activity (node, last_seen_at, forwarded, repeated, refused)
                    values (:node, :lastSeenAt, :forwarded, :repeated, :refused)
                    on conflict (node) do update set last_seen_at = excluded.last_seen_at,
                        forwarded = excluded.forwarded, repeated = excluded.repeated, refused = excluded.refused
                    """);
            tallies.forEach(tally -> batch.bind("node", tally.node())
                    .bind("lastSeenAt", RegistryTable.timestamp(tally.lastSeenAt()))
                    .bind("forwarded", tally.forwarded())
                    .bind("repeated", tally.repeated())
                    .bind("refused", tally.refused())
                    .add());
            batch.execute();
        });
    }
}
