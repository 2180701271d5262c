package io.milliwatt.ecg.adapter.db;

import io.milliwatt.ecg.event.Episode;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Episodes: a row at the onset, completed by the end. What concerns a patient and no node in particular has node 0. */
@ApplicationScoped
public class EpisodeTable {

    private final Jdbi jdbi;

    EpisodeTable(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The beginning; an end that came before it finds its beginning here. Returns the episode as it then is. */
    public Episode begin(Handle handle, Episode fresh) {
        return handle.createQuery("UPDATE episode SET onset_at = :onset, onset_known = true, probability = :probability"
                        + " WHERE id = (SELECT id FROM episode WHERE node = :node AND boot = :boot AND event_class = :class"
                        + " AND NOT onset_known AND end_at >= :onset ORDER BY end_at LIMIT 1) RETURNING *")
                .bind("onset", fresh.onsetAt())
                .bind("probability", fresh.probability())
                .bind("node", fresh.node())
                .bind("boot", fresh.boot())
                .bind("class", fresh.eventClass())
                .map((row, context) -> read(row))
                .findOne()
                .orElseGet(() -> insert(handle, fresh));
    }

    /** The end, of the newest open episode of its class that began before; without one, an episode of which only the end is known. */
    public Episode end(Handle handle, Episode ended) {
        Instant end = ended.endAt().orElseThrow();
        return handle.createQuery(
                        "UPDATE episode SET end_at = :end, measured = :measured WHERE id = (SELECT id FROM episode"
                                + " WHERE node = :node AND event_class = :class AND end_at IS NULL AND onset_at <= :end"
                                + " AND (node <> 0 OR patient = :patient) ORDER BY onset_at DESC LIMIT 1) RETURNING *")
                .bind("end", end)
                .bind("measured", longs(ended.measured()))
                .bind("node", ended.node())
                .bind("patient", ended.patient().orElse(null))
                .bind("class", ended.eventClass())
                .map((row, context) -> read(row))
                .findOne()
                .orElseGet(() -> insert(handle, ended));
    }

    /** Ends what is open of a node, because it has restarted and judges afresh. */
    public List<Episode> endOfBoot(Handle handle, long node, long newBoot, Instant at) {
        return handle.createQuery("UPDATE episode SET end_at = greatest(:at, onset_at) WHERE node = :node"
                        + " AND boot < :boot AND end_at IS NULL AND event_class < 30 RETURNING *")
                .bind("at", at)
                .bind("node", node)
                .bind("boot", newBoot)
                .map((row, context) -> read(row))
                .list();
    }

    /** What is open of these nodes. */
    public List<Episode> openOf(Handle handle, Collection<Long> nodes) {
        return handle.createQuery("SELECT * FROM episode WHERE node = ANY(:nodes) AND end_at IS NULL ORDER BY onset_at")
                .bind("nodes", nodes.stream().mapToLong(Long::longValue).toArray())
                .map((row, context) -> read(row))
                .list();
    }

    public Optional<Episode> find(long id) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM episode WHERE id = :id")
                .bind("id", id)
                .map((row, context) -> read(row))
                .findOne());
    }

    /** A patient's episodes that were going on between two times, newest first. */
    public List<Episode> of(String patient, Instant from, Instant to, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM episode WHERE patient = :patient"
                        + " AND onset_at < :to AND coalesce(end_at, 'infinity') >= :from"
                        + " ORDER BY onset_at DESC, id DESC LIMIT :limit")
                .bind("patient", patient)
                .bind("from", from)
                .bind("to", to)
                .bind("limit", limit)
                .map((row, context) -> read(row))
                .list());
    }

    /** The newest episode of a node's class that began at or before a time, for the alarm that was raised then. */
    public Optional<Long> idOf(Optional<String> patient, long node, int eventClass, Instant raisedAt) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT id FROM episode WHERE node = :node"
                                + " AND event_class = :class AND onset_at <= :at AND (node <> 0 OR patient = :patient) ORDER BY onset_at DESC LIMIT 1")
                .bind("node", node)
                .bind("class", eventClass)
                .bind("at", raisedAt)
                .bind("patient", patient.orElse(null))
                .mapTo(Long.class)
                .findOne());
    }

    private static Episode insert(Handle handle, Episode episode) {
        return handle.createQuery(
                        "INSERT INTO episode (node, boot, patient, event_class, onset_at, onset_known, end_at,"
                                + " probability, measured, late, clock_suspect) VALUES (:node, :boot, :patient, :class, :onset, :known,"
                                + " :end, :probability, :measured, :late, :suspect) RETURNING *")
                .bind("node", episode.node())
                .bind("boot", episode.boot())
                .bind("patient", episode.patient().orElse(null))
                .bind("class", episode.eventClass())
                .bind("onset", episode.onsetAt())
                .bind("known", episode.onsetKnown())
                .bind("end", episode.endAt().orElse(null))
                .bind("probability", episode.probability())
                .bind("measured", longs(episode.measured()))
                .bind("late", episode.late())
                .bind("suspect", episode.clockSuspect())
                .map((row, context) -> read(row))
                .one();
    }

    private static long[] longs(List<Long> values) {
        return values.stream().mapToLong(Long::longValue).toArray();
    }

    private static Episode read(ResultSet row) throws SQLException {
        return new Episode(
                row.getLong("id"),
                row.getLong("node"),
                row.getLong("boot"),
                Optional.ofNullable(row.getString("patient")),
                row.getInt("event_class"),
                row.getTimestamp("onset_at").toInstant(),
                row.getBoolean("onset_known"),
                Optional.ofNullable(row.getTimestamp("end_at")).map(Timestamp::toInstant),
                row.getInt("probability"),
                List.of((Long[]) row.getArray("measured").getArray()),
                row.getBoolean("late"),
                row.getBoolean("clock_suspect"));
    }
}
