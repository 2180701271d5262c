package io.milliwatt.testkit;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** A PostgreSQL of its own for each start of a server in tests. */
public class EmbeddedDatabase implements QuarkusTestResourceLifecycleManager {

    private EmbeddedPostgres postgres;

    /** A PostgreSQL on a free port, empty. */
    public static EmbeddedPostgres begin() {
        try {
            return EmbeddedPostgres.start();
        } catch (IOException failure) {
            throw new UncheckedIOException("PostgreSQL could not be started for the test", failure);
        }
    }

    @Override
    public final Map<String, String> start() {
        postgres = begin();
        return settings(postgres);
    }

    /** What the server is told of it: here one user who may do everything. */
    protected Map<String, String> settings(EmbeddedPostgres database) {
        return Map.of(
                "quarkus.datasource.jdbc.url", database.getJdbcUrl("postgres", "postgres"),
                "quarkus.datasource.username", "postgres",
                "quarkus.datasource.password", "postgres");
    }

    @Override
    public final void stop() {
        try {
            postgres.close();
        } catch (IOException failure) {
            throw new UncheckedIOException("PostgreSQL could not be stopped after the test", failure);
        }
    }
}
