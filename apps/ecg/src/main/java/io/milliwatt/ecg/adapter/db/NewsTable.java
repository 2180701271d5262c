package io.milliwatt.ecg.adapter.db;

import io.milliwatt.ecg.news.NewsParameter;
import io.milliwatt.ecg.news.NewsPart;
import io.milliwatt.ecg.news.NewsScore;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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

    /** A score as it was taken. */
    public record Row(String patient, Instant at, NewsScore score) {}

    public void add(Handle handle, Row row) {
        handle.createUpdate("INSERT INTO news_score (patient, at, score, single_three, points)"
                        + " VALUES (:patient, :at, :score, :three, :points) ON CONFLICT (patient, at) DO UPDATE SET"
                        + " score = excluded.score, single_three = excluded.single_three, points = excluded.points")
                .bind("patient", row.patient())
                .bind("at", row.at())
                .bind("score", row.score().knownPoints())
                .bind("three", !row.score().red().isEmpty())
                .bind("points", written(row.score()))
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
                        row.getString("patient"), row.getTimestamp("at").toInstant(), read(row.getString("points"))))
                .forEach(row -> newest.put(row.patient(), row)));
        return newest;
    }

    private static String written(NewsScore score) {
        return score.parts().stream()
                .map(part -> part.points().isPresent()
                        ? Integer.toString(part.points().getAsInt())
                        : "")
                .collect(Collectors.joining(SEPARATOR));
    }

    private static NewsScore read(String points) {
        String[] texts = points.split(SEPARATOR, -1);
        NewsParameter[] parameters = NewsParameter.values();
        return new NewsScore(IntStream.range(0, parameters.length)
                .mapToObj(index -> new NewsPart(
                        parameters[index],
                        texts[index].isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(texts[index]))))
                .toList());
    }
}
