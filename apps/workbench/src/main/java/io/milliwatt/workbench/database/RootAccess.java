package io.milliwatt.workbench.database;

import io.milliwatt.workbench.SuiteException;
import java.io.IOException;

/** PostgreSQL refuses to run as root; a user namespace hides root from it, where the system allows one. */
public final class RootAccess {
    private RootAccess() {}

    /** Fails with the way out where this user cannot run the database. */
    public static void requireDatabaseCanRun() {
        if (System.getProperty("user.name").equals("root") && !namespacesWork()) {
            throw new SuiteException(
                    "PostgreSQL does not run as root, and this system forbids the user namespace that would"
                            + " hide it: start the demo as an ordinary user.");
        }
    }

    private static boolean namespacesWork() {
        try {
            return new ProcessBuilder("unshare", "-U", "true").start().waitFor() == 0;
        } catch (IOException missing) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
