package io.milliwatt.workbench.check;

import io.milliwatt.telemetry.FrameIdentity;
import io.milliwatt.workbench.SuiteException;
import io.milliwatt.workbench.database.DatabaseSettings;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Reads an app's ledger of frames. */
public final class FrameLedger {
    private static final String NEWER = """
            SELECT node, boot, sequence, kind, node_time, received_at, stored_at
            FROM %s.frame WHERE stored_at >= ? ORDER BY stored_at
            """;
    private static final String STORED_TWICE =
            "SELECT count(*) - count(DISTINCT (node, boot, sequence)) FROM %s.features";
    private static final String COUNT = "SELECT count(*) FROM %s.frame WHERE stored_at >= ?";

    private final DatabaseSettings database;
    private final String schema;

    /** @param schema of the app, which is its name */
    public FrameLedger(DatabaseSettings database, String schema) {
        this.database = database;
        this.schema = schema;
    }

    /** Frames stored at {@code since} or later, in the order of their storing. */
    public List<StoredFrame> since(Instant since) {
        try (Connection connection = connect();
                PreparedStatement query = connection.prepareStatement(NEWER.formatted(schema))) {
            query.setTimestamp(1, Timestamp.from(since));
            List<StoredFrame> frames = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    frames.add(frame(rows));
                }
            }
            return frames;
        } catch (SQLException failure) {
            throw unreadable(failure);
        }
    }

    /** How many frames were stored at {@code since} or later. */
    public long count(Instant since) {
        try (Connection connection = connect();
                PreparedStatement query = connection.prepareStatement(COUNT.formatted(schema))) {
            query.setTimestamp(1, Timestamp.from(since));
            return number(query);
        } catch (SQLException failure) {
            throw unreadable(failure);
        }
    }

    /** Rows of features that repeat a frame which has its row already. */
    public long featureRowsStoredTwice() {
        try (Connection connection = connect();
                PreparedStatement query = connection.prepareStatement(STORED_TWICE.formatted(schema))) {
            return number(query);
        } catch (SQLException failure) {
            throw unreadable(failure);
        }
    }

    private static long number(PreparedStatement query) throws SQLException {
        try (ResultSet rows = query.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), DatabaseSettings.ROLE, database.password());
    }

    private static StoredFrame frame(ResultSet row) throws SQLException {
        return new StoredFrame(
                new FrameIdentity(row.getLong("node"), row.getLong("boot"), row.getLong("sequence")),
                row.getLong("kind"),
                row.getTimestamp("node_time").toInstant(),
                row.getTimestamp("received_at").toInstant(),
                row.getTimestamp("stored_at").toInstant());
    }

    private static SuiteException unreadable(SQLException failure) {
        return new SuiteException(
                "The ledger of frames cannot be read from the database: " + failure.getMessage(), failure);
    }
}
