package io.milliwatt.ecg.adapter.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The early-warning scores of patients, one row for each time that something new was measured. */
@ApplicationScoped
public class NewsTable {

    private static final String SEPARATOR = ",";

    private final Jdbi jdbi;

    NewsTable(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * A score as it was taken.
     *
     * @param missing parameters that nobody had measured; they count nothing, so the score may be too low
     */
    public record Row(String patient, Instant at, int score, boolean singleThree, List<String> missing) {}

    public void add(Handle handle, Row row) {
        handle.createUpdate("INSERT INTO news_score (patient, at, score, single_three, missing)"
                        + " VALUES (:patient, :at, :score, :three, :missing) ON CONFLICT (patient, at) DO UPDATE SET"
                        + " score = excluded.score, single_three = excluded.single_three, missing = excluded.missing")
                .bind("patient", row.patient())
                .bind("at", row.at())
                .bind("score", row.score())
                .bind("three", row.singleThree())
                .bind("missing", String.join(SEPARATOR, row.missing()))
                .execute();
    }

    /** The newest score of each of these patients that is newer than {@code since}. */
    public Map<String, Row> newest(Collection<String> patients, Instant since) {
        Map<String, Row> newest = new HashMap<>();
        jdbi.useHandle(handle -> handle.createQuery("SELECT DISTINCT ON (patient) * FROM news_score"
                        + " WHERE patient = ANY(:patients) AND at > :since ORDER BY patient, at DESC")
                .bind("patients", patients.toArray(String[]::new))
                .bind("since", since)
                .map((row, context) -> new Row(
                        row.getString("patient"),
                        row.getTimestamp("at").toInstant(),
                        row.getInt("score"),
                        row.getBoolean("single_three"),
                        Arrays.stream(row.getString("missing").split(SEPARATOR))
                                .filter(text -> !text.isEmpty())
                                .toList()))
                .forEach(row -> newest.put(row.patient(), row)));
        return newest;
    }
}
