package io.milliwatt.ecg.adapter.db;

import io.milliwatt.ecg.label.Label;
import io.milliwatt.ecg.label.Label.Kind;
import io.milliwatt.ecg.label.Label.Samples;
import io.milliwatt.ecg.label.Label.Stored;
import io.milliwatt.ecg.label.Label.Target;
import io.milliwatt.ecg.label.Label.Verdict;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Labels: rows are only ever added. */
@ApplicationScoped
public class LabelTable {

    private static final long NEW = 0;

    private final Jdbi jdbi;

    LabelTable(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Adds the next version of what is said of a target.
     *
     * @param before the class as the machine said it; where a person has spoken before, that person's class is taken
     */
    public Label add(
            Target target,
            Samples samples,
            String before,
            String after,
            Optional<Verdict> verdict,
            Optional<String> comment,
            String by,
            Instant at) {
        return jdbi.inTransaction(handle -> {
            // Two people at once make two versions, one after the other.
            handle.createQuery("SELECT pg_advisory_xact_lock(hashtextextended(:target, 0))::text")
                    .bind("target", target.key())
                    .mapTo(String.class)
                    .list();
            Optional<Label> last = handle.createQuery(
                            "SELECT * FROM label WHERE target = :target ORDER BY version DESC LIMIT 1")
                    .bind("target", target.key())
                    .map((row, context) -> read(row))
                    .findOne();
            Label label = new Label(
                    NEW,
                    last.map(Label::version).orElse(0) + 1,
                    target,
                    samples,
                    last.map(Label::after).orElse(before),
                    after,
                    verdict,
                    comment,
                    by,
                    at);
            return handle.createQuery(
                            "INSERT INTO label (kind, target, version, patient, node, channel, episode, from_at,"
                                    + " to_at, boot, first_sample, last_sample, samples_sha256, before, after, verdict, comment,"
                                    + " by_user, at) VALUES (:kind, :target, :version, :patient, :node, :channel, :episode, :from,"
                                    + " :to, :boot, :first, :last, :sha256, :before, :after, :verdict, :comment, :by, :at)"
                                    + " RETURNING *")
                    .bindMap(columns(label))
                    .map((row, context) -> read(row))
                    .one();
        });
    }

    /** Of a patient or of all, by time of the labelled samples and with ids above {@code afterId}, in order of id. */
    public List<Label> list(Optional<String> patient, Instant from, Instant to, long afterId, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM label WHERE (:all OR patient = :patient)"
                        + " AND from_at < :to AND to_at >= :from AND id > :after ORDER BY id LIMIT :limit")
                .bind("all", patient.isEmpty())
                .bind("patient", patient.orElse(""))
                .bind("from", from)
                .bind("to", to)
                .bind("after", afterId)
                .bind("limit", limit)
                .map((row, context) -> read(row))
                .list());
    }

    /** The newest word on each of these episodes. */
    public Map<Long, Label> newestOf(Collection<Long> episodes) {
        Map<Long, Label> newest = new HashMap<>();
        jdbi.useHandle(handle -> handle.createQuery("SELECT DISTINCT ON (episode) * FROM label"
                        + " WHERE episode = ANY(:episodes) ORDER BY episode, version DESC")
                .bind("episodes", episodes.stream().mapToLong(Long::longValue).toArray())
                .map((row, context) -> read(row))
                .forEach(label -> newest.put(label.target().episode().orElseThrow(), label)));
        return newest;
    }

    /** The newest word on each beat of a patient between two times. */
    public List<Label> newestBeats(String patient, Instant from, Instant to) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT DISTINCT ON (target) * FROM label WHERE kind = 'beat'"
                                + " AND patient = :patient AND from_at < :to AND to_at >= :from ORDER BY target, version DESC")
                .bind("patient", patient)
                .bind("from", from)
                .bind("to", to)
                .map((row, context) -> read(row))
                .list());
    }

    private static Map<String, Object> columns(Label label) {
        Map<String, Object> columns = new HashMap<>();
        columns.put("kind", text(label.target().kind()));
        columns.put("target", label.target().key());
        columns.put("version", label.version());
        columns.put("patient", label.target().patient());
        columns.put("node", label.target().node());
        columns.put("channel", label.target().channel());
        columns.put("episode", label.target().episode().orElse(null));
        columns.put("from", label.samples().from());
        columns.put("to", label.samples().to());
        columns.put("boot", label.samples().stored().map(Stored::boot).orElse(null));
        columns.put("first", label.samples().stored().map(Stored::firstSample).orElse(null));
        columns.put("last", label.samples().stored().map(Stored::lastSample).orElse(null));
        columns.put("sha256", label.samples().stored().map(Stored::sha256).orElse(null));
        columns.put("before", label.before());
        columns.put("after", label.after());
        columns.put("verdict", label.verdict().map(LabelTable::text).orElse(null));
        columns.put("comment", label.comment().orElse(null));
        columns.put("by", label.by());
        columns.put("at", label.at());
        return columns;
    }

    private static String text(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static Label read(ResultSet row) throws SQLException {
        Kind kind = Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT));
        long episode = row.getLong("episode");
        Optional<Long> ofEpisode = row.wasNull() ? Optional.empty() : Optional.of(episode);
        long boot = row.getLong("boot");
        Optional<Stored> stored = row.wasNull()
                ? Optional.empty()
                : Optional.of(new Stored(
                        boot,
                        row.getLong("first_sample"),
                        row.getLong("last_sample"),
                        row.getString("samples_sha256")));
        return new Label(
                row.getLong("id"),
                row.getInt("version"),
                new Target(
                        kind,
                        row.getString("target"),
                        row.getString("patient"),
                        row.getLong("node"),
                        row.getInt("channel"),
                        ofEpisode),
                new Samples(
                        row.getTimestamp("from_at").toInstant(),
                        row.getTimestamp("to_at").toInstant(),
                        stored),
                row.getString("before"),
                row.getString("after"),
                Optional.ofNullable(row.getString("verdict"))
                        .map(said -> Verdict.valueOf(said.toUpperCase(Locale.ROOT))),
                Optional.ofNullable(row.getString("comment")),
                row.getString("by_user"),
                row.getTimestamp("at").toInstant());
    }
}
