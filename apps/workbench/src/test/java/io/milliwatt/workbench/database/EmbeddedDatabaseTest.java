package io.milliwatt.workbench.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {
    private static final Path BINARIES = Path.of("target", "postgresql").toAbsolutePath();

    @TempDir
    private Path folder;

    @Test
    void rowsSurviveARestartAndCommitsAreDurable() throws Exception {
        DatabaseSettings settings = settings("a-password");
        try (EmbeddedDatabase first = EmbeddedDatabase.start(settings)) {
            assertThat(first).isNotNull();
            assertThat(query(settings, "SHOW fsync")).isEqualTo("on");
            assertThat(query(settings, "SHOW synchronous_commit")).isEqualTo("on");
            assertThat(query(settings, "SHOW full_page_writes")).isEqualTo("on");
            assertThat(query(settings, "SHOW server_version")).startsWith("18.");
            execute(settings, "CREATE TABLE kept AS SELECT 42 AS value");
        }
        // What a power cut leaves: a pid file whose number belongs to another program by now.
        Files.writeString(
                settings.dataDirectory().resolve("postmaster.pid"),
                ProcessHandle.current().pid() + "\n");

        try (EmbeddedDatabase second = EmbeddedDatabase.start(settings)) {
            assertThat(second).isNotNull();
            assertThat(query(settings, "SELECT value FROM kept")).isEqualTo("42");
            assertThatThrownBy(() -> query(
                            new DatabaseSettings(settings.dataDirectory(), BINARIES, settings.port(), "wrong", "wrong"),
                            "SELECT 1"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password");
        }
    }

    @Test
    void theSuitesRoleCannotReadWhoThePatientsAre() throws Exception {
        DatabaseSettings settings = settings("a-password");
        try (EmbeddedDatabase database = EmbeddedDatabase.start(settings)) {
            assertThat(database).isNotNull();
            try (Connection identity = DriverManager.getConnection(
                            settings.jdbcUrl(), DatabaseSettings.IDENTITY_ROLE, settings.identityPassword());
                    Statement statement = identity.createStatement()) {
                statement.execute("CREATE SCHEMA secret");
                statement.execute("CREATE TABLE secret.person AS SELECT 'somebody' AS name");
            }

            assertThatThrownBy(() -> query(settings, "SELECT name FROM secret.person"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("permission denied");
        }
    }

    private DatabaseSettings settings(String password) throws Exception {
        try (ServerSocket probe = new ServerSocket(0)) {
            return new DatabaseSettings(folder.resolve("data"), BINARIES, probe.getLocalPort(), password, "another");
        }
    }

    private static String query(DatabaseSettings settings, String query) throws SQLException {
        try (Connection connection = connect(settings);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void execute(DatabaseSettings settings, String command) throws SQLException {
        try (Connection connection = connect(settings);
                Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    private static Connection connect(DatabaseSettings settings) throws SQLException {
        return DriverManager.getConnection(settings.jdbcUrl(), DatabaseSettings.ROLE, settings.password());
    }
}
