package io.milliwatt.ecg.adapter.db;

import io.milliwatt.ecg.alarm.Settings;
import io.milliwatt.ecg.patient.Admission;
import io.milliwatt.ecg.patient.Assignment;
import io.milliwatt.ecg.patient.Bed;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Patients, admissions and the nodes on them. Readers ask {@link PatientDirectory}, which remembers the answers. */
@ApplicationScoped
public class PatientTable {

    private final SettingsText texts;

    PatientTable(SettingsText texts) {
        this.texts = texts;
    }

    /** Stays that are open or ended after a time, the earliest first. */
    List<Stay> since(Handle handle, Instant time) {
        Map<Long, List<Assignment>> assignments = new HashMap<>();
        handle.createQuery("SELECT s.* FROM assignment s JOIN admission a ON a.id = s.admission"
                        + " WHERE a.discharged_at IS NULL OR a.discharged_at > :time ORDER BY s.from_at")
                .bind("time", time)
                .map((row, context) -> Map.entry(
                        row.getLong("admission"),
                        new Assignment(
                                row.getLong("node"), row.getTimestamp("from_at").toInstant(), instant(row, "to_at"))))
                .forEach(entry -> assignments
                        .computeIfAbsent(entry.getKey(), id -> new ArrayList<>())
                        .add(entry.getValue()));
        return handle.createQuery(
                        "SELECT * FROM admission WHERE discharged_at IS NULL OR discharged_at > :time" + " ORDER BY id")
                .bind("time", time)
                .map((row, context) -> read(row, assignments.getOrDefault(row.getLong("id"), List.of())))
                .list();
    }

    /** Every patient's newest stay, also of long ago; newest first. */
    Optional<Stay> newest(Handle handle, String patient) {
        return handle.createQuery("SELECT * FROM admission WHERE patient = :patient ORDER BY id DESC LIMIT 1")
                .bind("patient", patient)
                .map((row, context) -> read(row, assignments(handle, row.getLong("id"))))
                .findOne();
    }

    /** Admits a patient, known or new; returns the admission's id. */
    public long admit(Handle handle, String patient, Bed bed, Instant at) {
        handle.createUpdate("INSERT INTO patient (id, created_at) VALUES (:id, :at) ON CONFLICT DO NOTHING")
                .bind("id", patient)
                .bind("at", at)
                .execute();
        return handle.createQuery("INSERT INTO admission (patient, bed, ward, admitted_at)"
                        + " VALUES (:patient, :bed, :ward, :at) RETURNING id")
                .bind("patient", patient)
                .bind("bed", bed.name())
                .bind("ward", bed.ward())
                .bind("at", at)
                .mapTo(Long.class)
                .one();
    }

    /** Ends a stay: its nodes come off, its settings end with it. */
    public void discharge(Handle handle, long admission, Instant at) {
        handle.createUpdate("UPDATE assignment SET to_at = :at WHERE admission = :id AND to_at IS NULL")
                .bind("at", at)
                .bind("id", admission)
                .execute();
        handle.createUpdate("UPDATE admission SET discharged_at = :at WHERE id = :id AND discharged_at IS NULL")
                .bind("at", at)
                .bind("id", admission)
                .execute();
    }

    public void move(Handle handle, long admission, Bed bed) {
        handle.createUpdate("UPDATE admission SET bed = :bed, ward = :ward WHERE id = :id")
                .bind("bed", bed.name())
                .bind("ward", bed.ward())
                .bind("id", admission)
                .execute();
    }

    public void putOn(Handle handle, long admission, long node, Instant at) {
        handle.createUpdate("INSERT INTO assignment (admission, node, from_at) VALUES (:id, :node, :at)")
                .bind("id", admission)
                .bind("node", node)
                .bind("at", at)
                .execute();
    }

    public void takeOff(Handle handle, long admission, long node, Instant at) {
        handle.createUpdate(
                        "UPDATE assignment SET to_at = :at WHERE admission = :id AND node = :node AND to_at IS NULL")
                .bind("at", at)
                .bind("id", admission)
                .bind("node", node)
                .execute();
    }

    public void set(Handle handle, long admission, Settings settings, Instant at, String user) {
        handle.createUpdate("UPDATE admission SET settings = :settings, settings_at = :at, settings_by = :user"
                        + " WHERE id = :id")
                .bind("settings", settings.equals(Settings.DEFAULT) ? null : texts.write(settings))
                .bind("at", at)
                .bind("user", user)
                .bind("id", admission)
                .execute();
    }

    private static List<Assignment> assignments(Handle handle, long admission) {
        return handle.createQuery("SELECT * FROM assignment WHERE admission = :id ORDER BY from_at")
                .bind("id", admission)
                .map((row, context) -> new Assignment(
                        row.getLong("node"), row.getTimestamp("from_at").toInstant(), instant(row, "to_at")))
                .list();
    }

    private Stay read(ResultSet row, List<Assignment> assignments) throws SQLException {
        Admission admission = new Admission(
                row.getLong("id"),
                row.getString("patient"),
                new Bed(row.getString("bed"), row.getString("ward")),
                row.getTimestamp("admitted_at").toInstant(),
                instant(row, "discharged_at"),
                assignments);
        String settings = row.getString("settings");
        String by = row.getString("settings_by");
        return new Stay(
                admission,
                settings == null ? Settings.DEFAULT : texts.read(settings),
                instant(row, "settings_at").map(at -> new Stay.Change(at, by)));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
    }
}
