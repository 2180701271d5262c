package io.milliwatt.platform.ingest;

import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;

/** Tells whether a frame is to blame for a failure, by SQLSTATE class (ISO 9075; PostgreSQL manual, appendix A). */
final class SqlFailures {

    /** 21 cardinality, 22 data that do not fit, 23 a constraint, 54 a limit such as a row's size. */
    private static final Set<String> BLAME_DATA = Set.of("21", "22", "23", "54");

    private static final int CLASS_LENGTH = 2;

    private SqlFailures() {}

    /**
     * Whether the same transaction can succeed later: everything that the database says and that is not about the data,
     * such as a lost connection, a deadlock, a full disk or a table that is not there yet.
     */
    static boolean isPassing(Throwable failure) {
        return sql(failure)
                .map(sql -> sql.getSQLState() == null
                        || !BLAME_DATA.contains(sql.getSQLState().substring(0, CLASS_LENGTH)))
                .orElse(false);
    }

    /** What is wrong, without the statement and its values. */
    static String sentence(Throwable failure) {
        return sql(failure).map(Throwable::getMessage).orElseGet(failure::getMessage);
    }

    private static Optional<SQLException> sql(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return Optional.of(sql);
            }
        }
        return Optional.empty();
    }
}
