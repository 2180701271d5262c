package io.milliwatt.workbench.database;

import java.nio.file.Path;

/**
 * Where the database lives.
 *
 * @param dataDirectory the cluster's files, kept between runs
 * @param binariesDirectory where the server is unpacked to, about 60 MB
 * @param port on the loopback interface
 * @param password of both the superuser and the suite's own role
 * @param identityPassword of the role that alone owns and reads who the patients are
 */
public record DatabaseSettings(
        Path dataDirectory, Path binariesDirectory, int port, String password, String identityPassword) {
    public static final String NAME = "milliwatt";
    public static final String ROLE = "milliwatt";
    public static final String IDENTITY_ROLE = "milliwatt_identity";

    public String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + NAME;
    }

    /** Says where, and never the passwords. */
    @Override
    public String toString() {
        return "DatabaseSettings[" + dataDirectory + ", port " + port + "]";
    }
}
