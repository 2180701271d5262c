package io.milliwatt.ecg.adapter.db;

import io.milliwatt.ecg.exchange.ExportFormat;
import io.milliwatt.ecg.exchange.MonitoringExtract;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Who took which stretch of whose monitoring away, and in which format. Nothing leaves that is not entered here. */
@ApplicationScoped
public class ExportLog {

    private final Jdbi jdbi;

    ExportLog(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** An export of what was recorded from one time to another. */
    public record Export(Instant at, String user, String patient, String format, Instant from, Instant to) {}

    public void add(Instant at, String user, MonitoringExtract extract, ExportFormat format) {
        jdbi.useHandle(handle -> handle.createUpdate("INSERT INTO export_access (at, by_user, patient, format, from_at,"
                        + " to_at) VALUES (:at, :user, :patient, :format, :from, :to)")
                .bind("at", at)
                .bind("user", user)
                .bind("patient", extract.patient())
                .bind("format", format.label())
                .bind("from", extract.from())
                .bind("to", extract.to())
                .execute());
    }

    /** Newest first; of one patient or of all. */
    public List<Export> between(Optional<String> patient, Instant from, Instant to, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM export_access WHERE at >= :from AND at < :to"
                        + " AND (:all OR patient = :patient) ORDER BY at DESC, id DESC LIMIT :limit")
                .bind("from", from)
                .bind("to", to)
                .bind("all", patient.isEmpty())
                .bind("patient", patient.orElse(""))
                .bind("limit", limit)
                .map((row, context) -> new Export(
                        row.getTimestamp("at").toInstant(),
                        row.getString("by_user"),
                        row.getString("patient"),
                        row.getString("format"),
                        row.getTimestamp("from_at").toInstant(),
                        row.getTimestamp("to_at").toInstant()))
                .list());
    }
}
