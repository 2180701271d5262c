package io.milliwatt.platform.storage;

import java.io.IOException;
import java.io.StringReader;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.postgresql.PGConnection;

/** Rows on their way into a table by COPY, PostgreSQL's fastest way in; the text format of its manual. */
public final class CopyRows {

    private static final HexFormat HEX = HexFormat.of();
    private static final int TYPICAL_ROW = 160;

    private final StringBuilder lines;
    private boolean rowBegun;

    /** For about so many rows. */
    public CopyRows(int rows) {
        this.lines = new StringBuilder(rows * TYPICAL_ROW);
    }

    public CopyRows add(long value) {
        separator().append(value);
        return this;
    }

    public CopyRows add(double value) {
        separator().append(value);
        return this;
    }

    public CopyRows add(boolean value) {
        separator().append(value);
        return this;
    }

    public CopyRows add(Instant value) {
        separator().append(value);
        return this;
    }

    /** Null where it is absent. */
    public CopyRows add(OptionalLong value) {
        separator().append(value.isPresent() ? Long.toString(value.getAsLong()) : "\\N");
        return this;
    }

    /** As an array. */
    public CopyRows add(Collection<Long> values) {
        separator().append(values.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}")));
        return this;
    }

    /** As a bytea. */
    public CopyRows add(byte[] bytes) {
        separator().append("\\\\x");
        HEX.formatHex(lines, bytes);
        return this;
    }

    public void endRow() {
        lines.append('\n');
        rowBegun = false;
    }

    /** Writes the rows; {@code columns} such as {@code node, at}. */
    public void into(Handle handle, String table, String columns) {
        if (lines.isEmpty()) {
            return;
        }
        try {
            handle.getConnection()
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("COPY " + table + " (" + columns + ") FROM STDIN", new StringReader(lines.toString()));
        } catch (SQLException | IOException failure) {
            throw new StorageException("Rows could not be copied into the table " + table + ".", failure);
        }
    }

    private StringBuilder separator() {
        if (rowBegun) {
            lines.append('\t');
        }
        rowBegun = true;
        return lines;
    }
}
