package io.milliwatt.gateway.adapter;

import io.milliwatt.testkit.EmbeddedDatabase;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.util.HashMap;
import java.util.Map;

/** A real PostgreSQL on a free port, and the gateway's settings that point to it. */
public final class PostgresForTests extends EmbeddedDatabase {
    public static final String OPERATOR_TOKEN = "operator-token-of-the-tests-0123456789";

    @Override
    protected Map<String, String> settings(EmbeddedPostgres database) {
        Map<String, String> settings = new HashMap<>(settings());
        settings.putAll(super.settings(database));
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
}
