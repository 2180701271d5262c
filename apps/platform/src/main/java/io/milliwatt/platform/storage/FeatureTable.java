package io.milliwatt.platform.storage;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.postgresql.PGConnection;

/** Feature rows, written by COPY because they are the bulk of all data. */
public final class FeatureTable {

    public static final String NAME = "features";
    private static final String COPY =
            "COPY features (node, at, boot, sequence, recipe_id, recipe_version, recipe_known,"
                    + " measured, quality_flags, verdict, probability, model_version, late, clock_suspect) FROM STDIN";

    private final TimePartitions partitions;

    public FeatureTable(TimePartitions partitions) {
        this.partitions = partitions;
    }

    /** Sees to it that rows of these times find their partitions; call it before the transaction that adds them. */
    public void prepare(List<Instant> times) {
        partitions.ensure(NAME, times);
    }

    /** Adds rows that are not there yet. */
    public void add(Handle handle, List<FeatureRow> rows) {
        if (rows.isEmpty()) {
            return;
        }
        StringBuilder lines = new StringBuilder(rows.size() * 120);
        rows.forEach(row -> line(lines, row));
        Connection connection = handle.getConnection();
        try {
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY, new StringReader(lines.toString()));
        } catch (SQLException | IOException failure) {
            throw new StorageException("The feature rows could not be copied into the database.", failure);
        }
    }

    private static void line(StringBuilder line, FeatureRow row) {
        line.append(row.node()).append('\t');
        line.append(row.at()).append('\t');
        line.append(row.boot()).append('\t');
        line.append(row.sequence()).append('\t');
        line.append(row.recipeId()).append('\t');
        line.append(row.recipeVersion()).append('\t');
        line.append(row.recipeKnown()).append('\t');
        line.append(row.measured().stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}")));
        line.append('\t').append(row.qualityFlags());
        optional(line, row.verdict());
        optional(line, row.probability());
        optional(line, row.modelVersion());
        line.append('\t').append(row.late());
        line.append('\t').append(row.clockSuspect()).append('\n');
    }

    private static void optional(StringBuilder line, OptionalLong value) {
        line.append('\t').append(value.isPresent() ? Long.toString(value.getAsLong()) : "\\N");
    }
}
