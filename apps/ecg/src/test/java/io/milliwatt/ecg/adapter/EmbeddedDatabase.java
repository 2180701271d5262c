package io.milliwatt.ecg.adapter;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;

/** A PostgreSQL of its own for each test run, with one role for waveforms and one for identities as an installation has them. */
public final class EmbeddedDatabase implements QuarkusTestResourceLifecycleManager {

    private EmbeddedPostgres postgres;

    @Override
    public Map<String, String> start() {
        try {
            postgres = EmbeddedPostgres.builder().start();
            try (Connection connection = postgres.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                for (String role : new String[] {"ecg", "ecg_identity"}) {
                    statement.execute("CREATE ROLE " + role + " LOGIN PASSWORD '" + role + "'");
                    statement.execute("GRANT CREATE ON DATABASE postgres TO " + role);
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("PostgreSQL could not be started for the test", failure);
        } catch (SQLException failure) {
            throw new IllegalStateException("The roles could not be made for the test", failure);
        }
        Map<String, String> settings = new HashMap<>();
        settings.put("quarkus.datasource.jdbc.url", postgres.getJdbcUrl("ecg", "postgres"));
        settings.put("quarkus.datasource.username", "ecg");
        settings.put("quarkus.datasource.password", "ecg");
        settings.put("quarkus.datasource.identity.jdbc.url", postgres.getJdbcUrl("ecg_identity", "postgres"));
        settings.put("quarkus.datasource.identity.username", "ecg_identity");
        settings.put("quarkus.datasource.identity.password", "ecg_identity");
        return settings;
    }

    @Override
    public void stop() {
        try {
            postgres.close();
        } catch (IOException failure) {
            throw new UncheckedIOException("PostgreSQL could not be stopped after the test", failure);
        }
    }
}
