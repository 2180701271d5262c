package io.milliwatt.ecg.adapter.db;

import io.agroal.api.AgroalDataSource;
import io.milliwatt.ecg.identity.Identity;
import io.milliwatt.platform.storage.Database;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Identities, in their own schema, read and written by their own database role. Each look and each change is entered in the
 * access log in the same transaction: without the entry there is no answer.
 */
@ApplicationScoped
public class IdentityTable {

    private final Jdbi identities;
    private final Jdbi waveforms;
    private final IdentitySchema schema;
    private final Clock clock;

    IdentityTable(
            @DataSource("identity") AgroalDataSource identities, Jdbi waveforms, IdentitySchema schema, Clock clock) {
        this.identities = Database.on(identities);
        this.waveforms = waveforms;
        this.schema = schema;
        this.clock = clock;
    }

    /** A look at an identity or a change of one. */
    public record Access(Instant at, String user, String patient, String action) {}

    /** Whether identities can be served. */
    public enum Readiness {
        READY,
        /** The tables are not there: the database or its role is missing. */
        NOT_THERE,
        /** The role of the waveform tables could read them: the installation is wrong. */
        NOT_SEPARATED
    }

    public Readiness readiness() {
        if (!schema.isDone()) {
            return Readiness.NOT_THERE;
        }
        boolean separated = waveforms.withHandle(handle -> handle.createQuery(
                        "SELECT NOT coalesce((SELECT has_schema_privilege(oid, 'USAGE') FROM pg_namespace"
                                + " WHERE nspname = 'ecg_identity'), false)")
                .mapTo(Boolean.class)
                .one());
        return separated ? Readiness.READY : Readiness.NOT_SEPARATED;
    }

    /** The identities of these patients that are known. */
    public List<Identity> read(Collection<String> patients, String user) {
        return identities.inTransaction(handle -> {
            List<Identity> found = handle.createQuery(
                            "SELECT * FROM identity WHERE patient = ANY(:patients) ORDER BY patient")
                    .bind("patients", patients.toArray(String[]::new))
                    .map((row, context) -> identity(row))
                    .list();
            found.forEach(identity -> note(handle, identity.patient(), user, "read"));
            return found;
        });
    }

    public void put(Identity identity, String user) {
        identities.useTransaction(handle -> {
            handle.createUpdate("INSERT INTO identity (patient, name, birth_date, hospital_number, changed_at)"
                            + " VALUES (:patient, :name, :birth, :number, :now) ON CONFLICT (patient) DO UPDATE SET"
                            + " name = excluded.name, birth_date = excluded.birth_date,"
                            + " hospital_number = excluded.hospital_number, changed_at = excluded.changed_at")
                    .bind("patient", identity.patient())
                    .bind("name", identity.name())
                    .bind("birth", identity.birthDate().orElse(null))
                    .bind("number", identity.hospitalNumber().orElse(null))
                    .bind("now", clock.instant())
                    .execute();
            note(handle, identity.patient(), user, "write");
        });
    }

    /** Who looked and who changed between two times, newest first. */
    public List<Access> accesses(Optional<String> patient, Instant from, Instant to, int limit) {
        return identities.withHandle(handle -> handle.createQuery("SELECT * FROM identity_access WHERE at >= :from"
                        + " AND at < :to AND (:all OR patient = :patient) ORDER BY at DESC, id DESC LIMIT :limit")
                .bind("from", from)
                .bind("to", to)
                .bind("all", patient.isEmpty())
                .bind("patient", patient.orElse(""))
                .bind("limit", limit)
                .map((row, context) -> new Access(
                        row.getTimestamp("at").toInstant(),
                        row.getString("by_user"),
                        row.getString("patient"),
                        row.getString("action")))
                .list());
    }

    private void note(Handle handle, String patient, String user, String action) {
        handle.createUpdate("INSERT INTO identity_access (at, by_user, patient, action)"
                        + " VALUES (:now, :user, :patient, :action)")
                .bind("now", clock.instant())
                .bind("user", user)
                .bind("patient", patient)
                .bind("action", action)
                .execute();
    }

    private static Identity identity(ResultSet row) throws SQLException {
        return new Identity(
                row.getString("patient"),
                row.getString("name"),
                Optional.ofNullable(row.getObject("birth_date", LocalDate.class)),
                Optional.ofNullable(row.getString("hospital_number")));
    }
}
