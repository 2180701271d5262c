package io.milliwatt.workbench.database;

import java.io.IOException;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Runs the database until it is told to end. Arguments: data directory, binaries directory, port; the passwords come in
 * the environment, where other users of the machine cannot read them.
 */
public final class DatabaseMain {
    public static final String PASSWORD_VARIABLE = "MILLIWATT_DATABASE_PASSWORD";
    public static final String IDENTITY_PASSWORD_VARIABLE = "MILLIWATT_IDENTITY_DATABASE_PASSWORD";

    private static final int SERVER_WENT = 3;
    private static final Logger LOGGER = Logger.getLogger(DatabaseMain.class.getName());

    private DatabaseMain() {}

    public static void main(String[] arguments) throws Exception {
        DatabaseSettings settings = new DatabaseSettings(
                Path.of(arguments[0]),
                Path.of(arguments[1]),
                Integer.parseInt(arguments[2]),
                System.getenv(PASSWORD_VARIABLE),
                System.getenv(IDENTITY_PASSWORD_VARIABLE));
        EmbeddedDatabase database = EmbeddedDatabase.start(settings);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(database)));
        database.awaitEnd();
        // Told to end, the JVM is on its way out already; otherwise the server went by itself, and the launcher must
        // know.
        System.exit(SERVER_WENT);
    }

    private static void close(EmbeddedDatabase database) {
        try {
            database.close();
        } catch (IOException failure) {
            LOGGER.log(Level.WARNING, "The database server did not stop in order.", failure);
        }
    }
}
