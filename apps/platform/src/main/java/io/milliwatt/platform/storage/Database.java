package io.milliwatt.platform.storage;

import java.util.List;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.postgres.PostgresPlugin;

/** Jdbi as the tables of the platform want it. */
public final class Database {

    private Database() {}

    /** On a pool or a single data source of PostgreSQL. */
    public static Jdbi on(DataSource dataSource) {
        return Jdbi.create(dataSource).installPlugin(new PostgresPlugin()).registerArrayType(Boolean.class, "bool");
    }

    /** An array of byte strings, null where one is null. Jdbi's own arrays cannot hold arrays. */
    public static Argument byteStrings(List<byte[]> values) {
        return (position, statement, context) -> statement.setArray(
                position, statement.getConnection().createArrayOf("bytea", values.toArray(byte[][]::new)));
    }
}
