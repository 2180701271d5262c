package io.milliwatt.ecg.adapter;

import io.milliwatt.testkit.EmbeddedDatabase;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

/** With one role for waveforms and one for identities, as an installation has them. */
public final class WardDatabase extends EmbeddedDatabase {

    private static final String WAVEFORMS = "ecg";
    private static final String IDENTITIES = "ecg_identity";

    @Override
    protected Map<String, String> settings(EmbeddedPostgres database) {
        try (Connection connection = database.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            for (String role : List.of(WAVEFORMS, IDENTITIES)) {
                statement.execute("CREATE ROLE " + role + " LOGIN PASSWORD '" + role + "'");
                statement.execute("GRANT CREATE ON DATABASE postgres TO " + role);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("The roles could not be made for the test", failure);
        }
        return Map.of(
                "quarkus.datasource.jdbc.url", database.getJdbcUrl(WAVEFORMS, "postgres"),
                "quarkus.datasource.username", WAVEFORMS,
                "quarkus.datasource.password", WAVEFORMS,
                "quarkus.datasource.identity.jdbc.url", database.getJdbcUrl(IDENTITIES, "postgres"),
                "quarkus.datasource.identity.username", IDENTITIES,
                "quarkus.datasource.identity.password", IDENTITIES);
    }
}
