package io.milliwatt.gateway.adapter.db;

import io.milliwatt.gateway.update.ModelUpdate;
import io.milliwatt.gateway.update.ModelUpdate.Phase;
import io.milliwatt.gateway.update.UpdateStore;
import io.milliwatt.telemetry.ModelOffer;
import io.milliwatt.telemetry.Octets;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.Jdbi;

/** Updates in the table {@code model_update}. */
@Singleton
public class UpdateTable implements UpdateStore {
    private static final String WITH_BUNDLE = """
            select model_update.*, model_id, model_version, octet_length(content) as bytes
            from model_update join bundle on bundle.digest = model_update.bundle
            """;

    private final Jdbi jdbi;

    UpdateTable(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public long nextNumber() {
        return jdbi.withHandle(handle -> handle.createQuery("select nextval('update_number')")
                .mapTo(Long.class)
                .one());
    }

    @Override
    public boolean add(ModelUpdate update) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        insert into model_update (number, node, bundle, fragment_bytes, healthy_windows, phase, reason,
                            received, created_at, changed_at)
                        values (:number, :node, :bundle, :fragmentBytes, :healthyWindows, :phase, :reason,
                            :received, :createdAt, :changedAt)
                        on conflict do nothing
                        """)
                        .bind("number", update.number())
                        .bind("node", update.node())
                        .bind("bundle", update.offer().bundleDigest().toByteArray())
                        .bind("fragmentBytes", update.offer().fragmentBytes())
                        .bind("healthyWindows", update.offer().healthyWindows())
                        .bind("phase", update.phase().label())
                        .bind("reason", update.reason())
                        .bind("received", update.received())
                        .bind("createdAt", RegistryTable.timestamp(update.createdAt()))
                        .bind("changedAt", RegistryTable.timestamp(update.changedAt()))
                        .execute())
                == 1;
    }

    @Override
    public void keep(ModelUpdate update) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update model_update set phase = :phase, reason = :reason, received = :received,
                            changed_at = :changedAt
                        where number = :number
                        """)
                .bind("number", update.number())
                .bind("phase", update.phase().label())
                .bind("reason", update.reason())
                .bind("received", update.received())
                .bind("changedAt", RegistryTable.timestamp(update.changedAt()))
                .execute());
    }

    @Override
    public List<ModelUpdate> underWay() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        WITH_BUNDLE + " where phase in ('offered', 'transferring', 'staged', 'trial') order by number")
                .map((row, context) -> read(row))
                .list());
    }

    @Override
    public List<ModelUpdate> newest(OptionalLong node, int limit) {
        String where = node.isPresent() ? " where node = :node" : "";
        return jdbi.withHandle(handle -> {
            var query = handle.createQuery(WITH_BUNDLE + where + " order by number desc limit :limit")
                    .bind("limit", limit);
            node.ifPresent(number -> query.bind("node", number));
            return query.map((row, context) -> read(row)).list();
        });
    }

    @Override
    public Optional<ModelUpdate> find(long number) {
        return jdbi.withHandle(handle -> handle.createQuery(WITH_BUNDLE + " where number = :number")
                .bind("number", number)
                .map((row, context) -> read(row))
                .findOne());
    }

    private static ModelUpdate read(ResultSet row) throws SQLException {
        ModelOffer offer = new ModelOffer(
                row.getLong("number"),
                row.getLong("model_id"),
                row.getLong("model_version"),
                row.getLong("bytes"),
                Octets.of(row.getBytes("bundle")),
                row.getInt("fragment_bytes"),
                row.getInt("healthy_windows"));
        return new ModelUpdate(
                row.getLong("node"),
                offer,
                Phase.valueOf(row.getString("phase").toUpperCase(Locale.ROOT)),
                row.getLong("reason"),
                row.getInt("received"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }
}
