package io.milliwatt.gateway.adapter.db;

import io.milliwatt.gateway.node.EnrolledNode;
import io.milliwatt.gateway.node.KeySeal;
import io.milliwatt.gateway.node.NodeStore;
import io.milliwatt.gateway.node.PasswordHash;
import io.milliwatt.telemetry.Domain;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Enrolled nodes in the table {@code node}, their keys sealed. */
@Singleton
public class RegistryTable implements NodeStore {
    private final Jdbi jdbi;
    private final KeySeal seal;

    RegistryTable(Jdbi jdbi, KeySeal seal) {
        this.jdbi = jdbi;
        this.seal = seal;
    }

    @Override
    public List<EnrolledNode> all() {
        return jdbi.withHandle(handle -> handle.createQuery("select * from node")
                .map((row, context) -> read(row))
                .list());
    }

    @Override
    public long nextNumber() {
        return jdbi.withHandle(handle -> handle.createQuery("select nextval('node_number')")
                .mapTo(Long.class)
                .one());
    }

    @Override
    public boolean add(EnrolledNode node) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        insert into node (number, generation, name, domain, password, sealed_key, enrolled_at, revoked_at)
                        values (:number, :generation, :name, :domain, :password, :sealedKey, :enrolledAt, :revokedAt)
                        on conflict (number) do nothing
                        """)
                        .bind("number", node.number())
                        .bind("generation", node.generation())
                        .bind("name", node.name())
                        .bind("domain", node.domain().label())
                        .bind("password", node.password().text())
                        .bind("sealedKey", seal.seal(node.number(), node.key()))
                        .bind("enrolledAt", timestamp(node.enrolledAt()))
                        .bind("revokedAt", node.revokedAt().map(RegistryTable::timestamp))
                        .execute())
                == 1;
    }

    @Override
    public void update(EnrolledNode node) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update node set generation = :generation, password = :password, sealed_key = :sealedKey,
                            revoked_at = :revokedAt
                        where number = :number and generation < :generation
                        """)
                .bind("number", node.number())
                .bind("generation", node.generation())
                .bind("password", node.password().text())
                .bind("sealedKey", seal.seal(node.number(), node.key()))
                .bind("revokedAt", node.revokedAt().map(RegistryTable::timestamp))
                .execute());
    }

    private EnrolledNode read(ResultSet row) throws SQLException {
        long number = row.getLong("number");
        String domain = row.getString("domain");
        return new EnrolledNode(
                number,
                row.getInt("generation"),
                row.getString("name"),
                Domain.fromLabel(domain)
                        .orElseThrow(() -> new IllegalStateException(
                                "Node " + number + " is of the domain '" + domain + "', which this gateway lacks.")),
                new PasswordHash(row.getString("password")),
                seal.open(number, row.getBytes("sealed_key")),
                row.getObject("enrolled_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("revoked_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }

    static OffsetDateTime timestamp(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
