package io.milliwatt.gateway.adapter.db;

import io.milliwatt.gateway.update.BundleStore;
import io.milliwatt.gateway.update.StoredBundle;
import io.milliwatt.runtime.bundle.Bundle;
import io.milliwatt.runtime.bundle.BundleIdentity;
import io.milliwatt.telemetry.Octets;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.Jdbi;

/** Bundles in the table {@code bundle}. */
@Singleton
public class BundleTable implements BundleStore {
    private static final String ALL_BUT_THE_CONTENT = """
            select digest, model_id, model_version, recipe_id, recipe_version, target_class, signed, key_id,
                rollback_count, octet_length(content) as bytes, ram_bytes, scratch_bytes, uploaded_at
            from bundle
            """;

    private final Jdbi jdbi;

    BundleTable(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public boolean add(StoredBundle bundle, byte[] file) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        insert into bundle (digest, model_id, model_version, recipe_id, recipe_version, target_class,
                            ram_bytes, scratch_bytes, signed, key_id, rollback_count, content, uploaded_at)
                        values (:digest, :modelId, :modelVersion, :recipeId, :recipeVersion, :targetClass,
                            :ramBytes, :scratchBytes, :signed, :keyId, :rollbackCount, :content, :uploadedAt)
                        on conflict (digest) do nothing
                        """)
                        .bind("digest", bundle.digest().toByteArray())
                        .bindMethods(bundle.identity())
                        .bind("signed", bundle.trailer().signed())
                        .bind("keyId", boxed(bundle.trailer().keyId()))
                        .bind("rollbackCount", boxed(bundle.trailer().antiRollbackCounter()))
                        .bind("content", file)
                        .bind("uploadedAt", RegistryTable.timestamp(bundle.uploadedAt()))
                        .execute())
                == 1;
    }

    @Override
    public List<StoredBundle> all() {
        return jdbi.withHandle(handle -> handle.createQuery(ALL_BUT_THE_CONTENT + " order by uploaded_at desc, digest")
                .map((row, context) -> read(row))
                .list());
    }

    @Override
    public Optional<StoredBundle> find(Octets digest) {
        return jdbi.withHandle(handle -> handle.createQuery(ALL_BUT_THE_CONTENT + " where digest = :digest")
                .bind("digest", digest.toByteArray())
                .map((row, context) -> read(row))
                .findOne());
    }

    @Override
    public Optional<byte[]> file(Octets digest) {
        return jdbi.withHandle(handle -> handle.createQuery("select content from bundle where digest = :digest")
                .bind("digest", digest.toByteArray())
                .map((row, context) -> row.getBytes("content"))
                .findOne());
    }

    private static StoredBundle read(ResultSet row) throws SQLException {
        return new StoredBundle(
                Octets.of(row.getBytes("digest")),
                new BundleIdentity(
                        row.getInt("recipe_id"),
                        row.getInt("recipe_version"),
                        row.getLong("model_id"),
                        row.getLong("model_version"),
                        row.getLong("target_class"),
                        row.getLong("ram_bytes"),
                        row.getLong("scratch_bytes")),
                new Bundle.Trailer(optional(row, "rollback_count"), optional(row, "key_id"), row.getBoolean("signed")),
                row.getLong("bytes"),
                row.getObject("uploaded_at", OffsetDateTime.class).toInstant());
    }

    private static OptionalLong optional(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(value);
    }

    private static Optional<Long> boxed(OptionalLong value) {
        return value.isPresent() ? Optional.of(value.getAsLong()) : Optional.empty();
    }
}
