package io.milliwatt.irrigation.adapter.db;

import io.milliwatt.irrigation.recommendation.DecidedRecommendation;
import io.milliwatt.irrigation.recommendation.Decision;
import io.milliwatt.irrigation.recommendation.Outcome;
import io.milliwatt.irrigation.recommendation.Recommendation;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Recommendations with what was decided on them and what became of it. What was computed is never changed. */
@ApplicationScoped
public class RecommendationTable {

    private final Jdbi jdbi;
    private final JsonText json;

    RecommendationTable(Jdbi jdbi, JsonText json) {
        this.jdbi = jdbi;
        this.json = json;
    }

    /** A recommendation as it stands. */
    public record Stored(long id, DecidedRecommendation decided, Optional<Outcome> outcome) {
        public Recommendation advice() {
            return decided.recommendation();
        }
    }

    /**
     * Puts a newer recommendation in the place of the one that waits; that one expires.
     *
     * @return its number; empty where the zone was advised anew or somebody decided while this one was reckoned: then it is out of date
     */
    public OptionalLong replace(Handle handle, Recommendation advice) {
        // One at a time for a zone; plans of its water, which refer to it, need not wait.
        handle.createQuery("SELECT 1 FROM zone WHERE id = :zone FOR NO KEY UPDATE")
                .bind("zone", advice.zoneId())
                .mapTo(Integer.class)
                .findOne();
        boolean outdated = handle.createQuery("SELECT EXISTS (SELECT 1 FROM recommendation WHERE zone_id = :zone"
                        + " AND (made_at > :at OR decided_at > :at))")
                .bind("zone", advice.zoneId())
                .bind("at", advice.madeAt())
                .mapTo(Boolean.class)
                .one();
        return outdated ? OptionalLong.empty() : OptionalLong.of(insert(handle, advice));
    }

    private long insert(Handle handle, Recommendation advice) {
        handle.createUpdate("UPDATE recommendation SET decision = 'expired', decided_at = :at"
                        + " WHERE zone_id = :zone AND decision = 'open'")
                .bind("at", advice.madeAt())
                .bind("zone", advice.zoneId())
                .execute();
        return handle.createQuery("INSERT INTO recommendation (zone_id, made_at, for_day, action, advice, decision)"
                        + " VALUES (:zone, :at, :day, :action, :advice::jsonb, 'open') RETURNING id")
                .bind("zone", advice.zoneId())
                .bind("at", advice.madeAt())
                .bind("day", advice.forDay())
                .bind("action", advice.action().label())
                .bind("advice", json.write(advice))
                .mapTo(Long.class)
                .one();
    }

    public Optional<Stored> find(long id) {
        return jdbi.withHandle(handle -> find(handle, id, ""));
    }

    /** With its row locked until the caller's transaction ends. */
    public Optional<Stored> lock(Handle handle, long id) {
        return find(handle, id, " FOR UPDATE");
    }

    private Optional<Stored> find(Handle handle, long id, String lock) {
        return handle.createQuery(
                        "SELECT r.*, advice::text AS advice_text, outcome::text AS outcome_text FROM recommendation r"
                                + " WHERE id = :id" + lock)
                .bind("id", id)
                .map((row, context) -> read(row))
                .findOne();
    }

    /** The newest of each of these zones. */
    public Map<String, Stored> newest(Collection<String> zoneIds) {
        Map<String, Stored> newest = new HashMap<>();
        jdbi.useHandle(handle -> handle.createQuery(
                        "SELECT n.*, n.advice::text AS advice_text,"
                                + " n.outcome::text AS outcome_text FROM unnest(:zones) AS wanted(zone) CROSS JOIN LATERAL"
                                + " (SELECT * FROM recommendation WHERE zone_id = wanted.zone ORDER BY made_at DESC, id DESC LIMIT 1) AS n")
                .bind("zones", zoneIds.toArray(String[]::new))
                .map((row, context) -> read(row))
                .forEach(stored -> newest.put(stored.advice().zoneId(), stored)));
        return newest;
    }

    /**
     * Newest first.
     *
     * @param state {@code open} for those that wait, {@code decided} for those that somebody decided, else all
     */
    public List<Stored> list(Optional<String> zoneId, String state, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT r.*, advice::text AS advice_text,"
                        + " outcome::text AS outcome_text FROM recommendation r WHERE (:all OR zone_id = :zone)"
                        + " AND (:state NOT IN ('open', 'decided') OR (:state = 'open' AND decision = 'open')"
                        + " OR (:state = 'decided' AND decision NOT IN ('open', 'expired')))"
                        + " ORDER BY made_at DESC, id DESC LIMIT :limit")
                .bind("all", zoneId.isEmpty())
                .bind("zone", zoneId.orElse(""))
                .bind("state", state)
                .bind("limit", limit)
                .map((row, context) -> read(row))
                .list());
    }

    public void decide(Handle handle, long id, Decision decision) {
        OptionalDouble net =
                decision instanceof Decision.Changed changed ? changed.netMillimetres() : OptionalDouble.empty();
        handle.createUpdate("UPDATE recommendation SET decision = :decision, decided_by = :by, decided_at = :at,"
                        + " decision_reason = :why, decided_net_millimetres = :net WHERE id = :id")
                .bind("id", id)
                .bind("decision", decision.label())
                .bind("by", by(decision).orElse(null))
                .bind("at", at(decision).orElse(null))
                .bind("why", why(decision).orElse(null))
                .bind("net", net.isPresent() ? Double.valueOf(net.getAsDouble()) : null)
                .execute();
    }

    public void tellOutcome(Handle handle, long id, Outcome outcome) {
        handle.createUpdate("UPDATE recommendation SET outcome = :outcome::jsonb WHERE id = :id")
                .bind("id", id)
                .bind("outcome", json.write(outcome))
                .execute();
    }

    /** Those whose runs are over since a while and of which nothing is told yet. */
    public List<Stored> withoutOutcome(Instant endedBefore) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT r.*, advice::text AS advice_text,"
                        + " outcome::text AS outcome_text FROM recommendation r WHERE outcome IS NULL"
                        + " AND decision IN ('accepted', 'changed') AND EXISTS (SELECT FROM run WHERE"
                        + " run.recommendation_id = r.id AND run.ended_at < :before) AND NOT EXISTS (SELECT FROM run"
                        + " WHERE run.recommendation_id = r.id AND run.state IN ('planned', 'running'))")
                .bind("before", endedBefore)
                .map((row, context) -> read(row))
                .list());
    }

    public static Optional<String> by(Decision decision) {
        return switch (decision) {
            case Decision.Accepted accepted -> Optional.of(accepted.by());
            case Decision.Changed changed -> Optional.of(changed.by());
            case Decision.Rejected rejected -> Optional.of(rejected.by());
            case Decision.Open open -> Optional.empty();
            case Decision.Expired expired -> Optional.empty();
        };
    }

    public static Optional<Instant> at(Decision decision) {
        return switch (decision) {
            case Decision.Accepted accepted -> Optional.of(accepted.at());
            case Decision.Changed changed -> Optional.of(changed.at());
            case Decision.Rejected rejected -> Optional.of(rejected.at());
            case Decision.Expired expired -> Optional.of(expired.at());
            case Decision.Open open -> Optional.empty();
        };
    }

    public static Optional<String> why(Decision decision) {
        return switch (decision) {
            case Decision.Changed changed -> Optional.of(changed.why());
            case Decision.Rejected rejected -> Optional.of(rejected.why());
            case Decision.Accepted accepted -> Optional.empty();
            case Decision.Open open -> Optional.empty();
            case Decision.Expired expired -> Optional.empty();
        };
    }

    private Stored read(ResultSet row) throws SQLException {
        Recommendation advice = json.read(row.getString("advice_text"), Recommendation.class);
        return new Stored(
                row.getLong("id"),
                new DecidedRecommendation(advice, decision(row)),
                Optional.ofNullable(row.getString("outcome_text")).map(text -> json.read(text, Outcome.class)));
    }

    private static Decision decision(ResultSet row) throws SQLException {
        Instant at = Optional.ofNullable(row.getTimestamp("decided_at"))
                .map(Timestamp::toInstant)
                .orElse(Instant.EPOCH);
        String by = row.getString("decided_by");
        String why = row.getString("decision_reason");
        return switch (row.getString("decision")) {
            case "accepted" -> new Decision.Accepted(at, by);
            case "rejected" -> new Decision.Rejected(at, by, why);
            case "expired" -> new Decision.Expired(at);
            case "changed" -> {
                double net = row.getDouble("decided_net_millimetres");
                // A changed start stands in the run; here one of the two must be there.
                yield row.wasNull()
                        ? new Decision.Changed(at, by, OptionalDouble.empty(), Optional.of(at), why)
                        : new Decision.Changed(at, by, OptionalDouble.of(net), Optional.empty(), why);
            }
            default -> new Decision.Open();
        };
    }
}
