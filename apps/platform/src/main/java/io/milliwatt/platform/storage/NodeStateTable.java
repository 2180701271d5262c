package io.milliwatt.platform.storage;

import io.milliwatt.telemetry.Octets;
import io.milliwatt.telemetry.Status;
import io.milliwatt.telemetry.UpdateState;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The last word of each node, one row each; an older frame never replaces a newer one. */
public final class NodeStateTable {

    private final Jdbi jdbi;

    public NodeStateTable(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Notes that nodes were heard. */
    public void heard(Handle handle, Map<Long, Instant> receivedAt) {
        PreparedBatch batch = handle.prepareBatch("INSERT INTO node_state AS s (node, last_received_at)"
                + " VALUES (:node, :at) ON CONFLICT (node) DO UPDATE SET"
                + " last_received_at = greatest(s.last_received_at, excluded.last_received_at)");
        new TreeMap<>(receivedAt)
                .forEach((node, at) -> batch.bind("node", node).bind("at", at).add());
        if (batch.size() > 0) {
            batch.execute();
        }
    }

    /** Keeps the newest features of each node; the nodes must have been {@link #heard} in the same transaction. */
    public void features(Handle handle, List<FeatureRow> rows) {
        Map<Long, FeatureRow> newest = new TreeMap<>();
        Map<Long, FeatureRow> newestVerdict = new TreeMap<>();
        Comparator<FeatureRow> byTime = Comparator.comparing(FeatureRow::at);
        for (FeatureRow row : rows) {
            newest.merge(row.node(), row, (a, b) -> byTime.compare(a, b) > 0 ? a : b);
            if (row.verdict().isPresent()) {
                newestVerdict.merge(row.node(), row, (a, b) -> byTime.compare(a, b) > 0 ? a : b);
            }
        }
        PreparedBatch values = handle.prepareBatch("UPDATE node_state SET features_at = :at, recipe_id = :recipe,"
                + " recipe_version = :version, measured = :measured, quality_flags = :flags"
                + " WHERE node = :node AND (features_at IS NULL OR features_at < :at)");
        newest.values()
                .forEach(row -> values.bind("node", row.node())
                        .bind("at", row.at())
                        .bind("recipe", row.recipeId())
                        .bind("version", row.recipeVersion())
                        .bind(
                                "measured",
                                row.measured().stream()
                                        .mapToLong(Long::longValue)
                                        .toArray())
                        .bind("flags", row.qualityFlags())
                        .add());
        if (values.size() > 0) {
            values.execute();
        }
        PreparedBatch verdicts = handle.prepareBatch("UPDATE node_state SET verdict = :verdict,"
                + " probability = :probability, verdict_at = :at, model_version = coalesce(:model, model_version)"
                + " WHERE node = :node AND (verdict_at IS NULL OR verdict_at < :at)");
        newestVerdict
                .values()
                .forEach(row -> verdicts.bind("node", row.node())
                        .bind("verdict", row.verdict().getAsLong())
                        .bind("probability", (int) row.probability().orElse(0))
                        .bind("at", row.at())
                        .bind("model", boxed(row.modelVersion()))
                        .add());
        if (verdicts.size() > 0) {
            verdicts.execute();
        }
    }

    /** Keeps a status frame unless a newer one is there; the node must have been {@link #heard} before. */
    public void status(Handle handle, long node, Instant at, Status status) {
        handle.createUpdate("UPDATE node_state SET status_at = :at, uptime_seconds = :uptime,"
                        + " battery_millivolts = :battery, temperature_centidegrees = :temperature,"
                        + " held_frames = :held, dropped_frames = :dropped,"
                        + " model_version = coalesce(:model, model_version), status_flags = :flags,"
                        + " model_id = :modelId, bundle_digest = :digest"
                        + " WHERE node = :node AND (status_at IS NULL OR status_at < :at)")
                .bind("node", node)
                .bind("at", at)
                .bind("uptime", status.uptimeSeconds())
                .bind("battery", boxed(status.batteryMillivolts()))
                .bind("temperature", boxed(status.temperatureCentidegrees()))
                .bind("held", boxed(status.heldFrames()))
                .bind("dropped", boxed(status.droppedFrames()))
                .bind("model", boxed(status.modelVersion()))
                .bind("flags", status.flags().orElse(0))
                .bind("modelId", boxed(status.modelId()))
                .bind("digest", status.bundleDigest().map(Octets::toByteArray))
                .execute();
    }

    /** Keeps a word on an update unless a newer one is there; the node must have been {@link #heard} before. */
    @SuppressWarnings("EnumOrdinal") // the contract numbers states in their order of declaration
    public void update(Handle handle, long node, Instant at, UpdateState update) {
        handle.createUpdate("UPDATE node_state SET update_at = :at, update_state = :state, update_model_id = :modelId,"
                        + " update_model_version = :modelVersion, update_reason = :reason, update_blocks = :blocks"
                        + " WHERE node = :node AND (update_at IS NULL OR update_at <= :at)")
                .bind("node", node)
                .bind("at", at)
                .bind("state", update.state().ordinal())
                .bind("modelId", update.modelId())
                .bind("modelVersion", update.modelVersion())
                .bind("reason", boxed(update.reason()))
                .bind("blocks", boxed(update.blocksReceived()))
                .execute();
    }

    /** The states of these nodes, as far as they were ever heard. */
    public List<NodeState> of(Collection<Long> nodes) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM node_state WHERE node = ANY(:nodes)")
                .bind("nodes", nodes.stream().mapToLong(Long::longValue).toArray())
                .map((row, context) -> read(row))
                .list());
    }

    /** The nodes that were heard after a time, with when they were last heard, by number. */
    public Map<Long, Instant> heardSince(Instant time) {
        Map<Long, Instant> heard = new TreeMap<>();
        jdbi.useHandle(handle -> handle.createQuery(
                        "SELECT node, last_received_at FROM node_state WHERE last_received_at > :time")
                .bind("time", time)
                .map((row, context) -> Map.entry(
                        row.getLong("node"),
                        row.getTimestamp("last_received_at").toInstant()))
                .forEach(entry -> heard.put(entry.getKey(), entry.getValue())));
        return heard;
    }

    private static NodeState read(ResultSet row) throws SQLException {
        return new NodeState(
                row.getLong("node"),
                row.getTimestamp("last_received_at").toInstant(),
                features(row),
                status(row),
                update(row));
    }

    private static Optional<NodeState.LatestFeatures> features(ResultSet row) throws SQLException {
        Timestamp at = row.getTimestamp("features_at");
        if (at == null) {
            return Optional.empty();
        }
        Array measured = row.getArray("measured");
        return Optional.of(new NodeState.LatestFeatures(
                at.toInstant(),
                row.getLong("recipe_id"),
                row.getLong("recipe_version"),
                List.of((Long[]) measured.getArray()),
                row.getLong("quality_flags"),
                verdict(row)));
    }

    private static Optional<NodeState.LatestVerdict> verdict(ResultSet row) throws SQLException {
        Timestamp at = row.getTimestamp("verdict_at");
        return at == null
                ? Optional.empty()
                : Optional.of(new NodeState.LatestVerdict(
                        row.getLong("verdict"),
                        row.getInt("probability"),
                        at.toInstant(),
                        optional(row, "model_version")));
    }

    private static Optional<NodeState.LatestStatus> status(ResultSet row) throws SQLException {
        Timestamp at = row.getTimestamp("status_at");
        return at == null
                ? Optional.empty()
                : Optional.of(new NodeState.LatestStatus(
                        at.toInstant(),
                        row.getLong("uptime_seconds"),
                        optional(row, "battery_millivolts"),
                        optional(row, "temperature_centidegrees"),
                        optional(row, "held_frames"),
                        optional(row, "dropped_frames"),
                        optional(row, "model_version"),
                        row.getLong("status_flags"),
                        optional(row, "model_id"),
                        Optional.ofNullable(row.getBytes("bundle_digest")).map(Octets::of)));
    }

    private static Optional<NodeState.LatestUpdate> update(ResultSet row) throws SQLException {
        Timestamp at = row.getTimestamp("update_at");
        return at == null
                ? Optional.empty()
                : Optional.of(new NodeState.LatestUpdate(
                        at.toInstant(),
                        UpdateState.Slot.values()[row.getInt("update_state")],
                        row.getLong("update_model_id"),
                        row.getLong("update_model_version"),
                        optional(row, "update_reason"),
                        optional(row, "update_blocks")));
    }

    private static OptionalLong optional(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(value);
    }

    private static Long boxed(OptionalLong value) {
        return value.isPresent() ? Long.valueOf(value.getAsLong()) : null;
    }
}
