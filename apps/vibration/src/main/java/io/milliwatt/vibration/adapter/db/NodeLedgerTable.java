package io.milliwatt.vibration.adapter.db;

import io.milliwatt.telemetry.Ledger;
import io.milliwatt.vibration.energy.NodeLedger;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** What nodes have counted of their own work: the newest ledger of each boot. */
@ApplicationScoped
public class NodeLedgerTable {

    /** A node that restarts without end keeps its newest boots. */
    private static final int MOST_BOOTS = 1000;

    private static final int ITEMS = Ledger.Item.values().length;

    private final Jdbi jdbi;

    NodeLedgerTable(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Keeps the ledger of a boot unless a newer one is there. */
    public void tell(Handle handle, long node, long boot, Instant at, Ledger ledger) {
        handle.createUpdate("INSERT INTO node_ledger AS known (node, boot, told_at, counts)"
                        + " VALUES (:node, :boot, :at, :counts) ON CONFLICT (node, boot) DO UPDATE SET"
                        + " told_at = excluded.told_at, counts = excluded.counts"
                        + " WHERE known.told_at < excluded.told_at")
                .bind("node", node)
                .bind("boot", boot)
                .bind("at", at)
                .bind(
                        "counts",
                        ledger.counts().stream()
                                .limit(ITEMS)
                                .mapToLong(Long::longValue)
                                .toArray())
                .execute();
    }

    /** Empty where the node has never told a ledger. */
    public Optional<NodeLedger> of(long node) {
        List<Ledger> boots = jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT counts FROM node_ledger WHERE node = :node ORDER BY boot DESC LIMIT :boots")
                .bind("node", node)
                .bind("boots", MOST_BOOTS)
                .map((row, context) -> read(row))
                .list());
        return boots.isEmpty() ? Optional.empty() : Optional.of(NodeLedger.sum(boots));
    }

    /** How far apart the bursts of nodes are that sample in bursts. */
    public Map<Long, Duration> intervals() {
        Map<Long, Duration> intervals = new HashMap<>();
        jdbi.useHandle(handle -> handle.createQuery(
                        "SELECT DISTINCT ON (node) node, counts FROM node_ledger ORDER BY node, boot DESC")
                .map((row, context) -> Map.entry(
                        row.getLong("node"),
                        NodeLedger.sum(List.of(read(row))).schedule().intervalSeconds()))
                .forEach(entry -> intervals.put(entry.getKey(), Duration.ofSeconds(entry.getValue()))));
        return intervals;
    }

    private static Ledger read(ResultSet row) throws SQLException {
        return new Ledger(List.of((Long[]) row.getArray("counts").getArray()));
    }
}
