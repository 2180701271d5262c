package io.milliwatt.gateway.adapter;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

/** A real PostgreSQL on a free port, and the gateway's settings that point to it. */
public final class PostgresForTests implements QuarkusTestResourceLifecycleManager {
    public static final String OPERATOR_TOKEN = "operator-token-of-the-tests-0123456789";

    private EmbeddedPostgres postgres;

    @Override
    public Map<String, String> start() {
        try {
            postgres = EmbeddedPostgres.start();
        } catch (IOException failure) {
            throw new UncheckedIOException("PostgreSQL does not start", failure);
        }
        Map<String, String> settings = new HashMap<>(settings());
        settings.put("quarkus.datasource.jdbc.url", postgres.getJdbcUrl("postgres", "postgres"));
        return settings;
    }

    /** Everything but the database's address. */
    public static Map<String, String> settings() {
        return Map.of(
                "quarkus.datasource.username", "postgres",
                "quarkus.datasource.password", "postgres",
                "quarkus.http.test-port", "0",
                "kafka.bootstrap.servers", "127.0.0.1:9",
                "milliwatt.mqtt.port", "0",
                "milliwatt.operator-token", OPERATOR_TOKEN,
                "milliwatt.registry-key", "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=");
    }

    @Override
    public void stop() {
        try {
            postgres.close();
        } catch (IOException failure) {
            throw new UncheckedIOException("PostgreSQL does not stop", failure);
        }
    }
}
