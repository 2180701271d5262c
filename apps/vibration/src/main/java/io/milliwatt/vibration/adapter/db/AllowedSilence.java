package io.milliwatt.vibration.adapter.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How long a node may say nothing: the installation's limit, and for a node that samples in bursts the rest between them. */
@ApplicationScoped
public class AllowedSilence {

    private final NodeLedgerTable ledgers;
    private final Duration limit;
    private volatile Map<Long, Duration> intervals;

    AllowedSilence(
            NodeLedgerTable ledgers,
            @ConfigProperty(name = "milliwatt.silence-after", defaultValue = "30s") Duration limit) {
        this.ledgers = ledgers;
        this.limit = limit;
    }

    /** For a node that never rests. */
    public Duration limit() {
        return limit;
    }

    /** By what nodes have told until now; asked for before each look at all of them. */
    public void refresh() {
        intervals = ledgers.intervals();
    }

    public Duration of(long node) {
        if (intervals == null) {
            refresh();
        }
        return limit.plus(intervals.getOrDefault(node, Duration.ZERO));
    }
}
