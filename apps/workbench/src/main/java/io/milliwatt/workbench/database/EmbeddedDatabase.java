package io.milliwatt.workbench.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** The running server with the suite's role and database in it. */
public final class EmbeddedDatabase implements AutoCloseable {
    private static final Duration START_PATIENCE = Duration.ofSeconds(60);

    /** Only this machine, only with a password; the server's own default trusts every local user. */
    private static final String HOST_BASED_AUTHENTICATION = """
            local all all scram-sha-256
            host all all 127.0.0.1/32 scram-sha-256
            host all all ::1/128 scram-sha-256
            """;

    private final EmbeddedPostgres server;
    private final Path dataDirectory;

    private EmbeddedDatabase(EmbeddedPostgres server, Path dataDirectory) {
        this.server = server;
        this.dataDirectory = dataDirectory;
    }

    public static EmbeddedDatabase start(DatabaseSettings settings) throws IOException, SQLException {
        Files.createDirectories(settings.binariesDirectory());
        OrphanedServer.clear(settings.dataDirectory());
        EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setDataDirectory(settings.dataDirectory())
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(settings.binariesDirectory().toFile())
                .setRegisterShutdownHook(false)
                .setPort(settings.port())
                .setPGStartupWait(START_PATIENCE)
                .setConnectConfig("password", settings.password())
                // The library's defaults are for throw-away tests: it switches all of these off.
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("max_connections", "60")
                .setServerConfig("shared_buffers", "64MB")
                // Everybody comes by TCP; the socket's lock file in /tmp would outlive a killed server and stop the
                // next.
                .setServerConfig("unix_socket_directories", "")
                .start();
        prepare(server, settings);
        return new EmbeddedDatabase(server, settings.dataDirectory());
    }

    /** Returns when the server has ended, whoever ended it. */
    public void awaitEnd() {
        Postmaster.find(dataDirectory)
                .ifPresent(postmaster -> postmaster.onExit().join());
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private static void prepare(EmbeddedPostgres server, DatabaseSettings settings) throws IOException, SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            String password = statement.enquoteLiteral(settings.password());
            statement.execute("ALTER ROLE postgres PASSWORD " + password);
            prepareRole(statement, DatabaseSettings.ROLE, password);
            prepareRole(
                    statement, DatabaseSettings.IDENTITY_ROLE, statement.enquoteLiteral(settings.identityPassword()));
            if (!exists(statement, "SELECT FROM pg_database WHERE datname = '" + DatabaseSettings.NAME + "'")) {
                statement.execute("CREATE DATABASE " + DatabaseSettings.NAME + " OWNER " + DatabaseSettings.ROLE);
            }
            // It makes its own schema, into which the suite's role then has no look.
            statement.execute(
                    "GRANT CREATE ON DATABASE " + DatabaseSettings.NAME + " TO " + DatabaseSettings.IDENTITY_ROLE);
            Path accessRules = settings.dataDirectory().resolve("pg_hba.conf");
            if (!Files.readString(accessRules).equals(HOST_BASED_AUTHENTICATION)) {
                Files.writeString(accessRules, HOST_BASED_AUTHENTICATION);
                statement.execute("SELECT pg_reload_conf()");
            }
        }
    }

    private static void prepareRole(Statement statement, String role, String quotedPassword) throws SQLException {
        if (!exists(statement, "SELECT FROM pg_roles WHERE rolname = '" + role + "'")) {
            statement.execute("CREATE ROLE " + role + " LOGIN");
        }
        statement.execute("ALTER ROLE " + role + " PASSWORD " + quotedPassword);
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }
}
