package io.milliwatt.irrigation.adapter.desk;

import io.milliwatt.irrigation.adapter.db.ProbeHealthTable;
import io.milliwatt.irrigation.probe.Doubt;
import io.milliwatt.irrigation.probe.FleetVerdict;
import io.milliwatt.irrigation.probe.Probe;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;

/**
 * The last verdict on every probe, remembered, since every frame, every account and every list asks for it. One of this server is seen at once, one of
 * another server half a minute later.
 */
@ApplicationScoped
public class HealthBook {

    private static final Duration BELIEVED = Duration.ofSeconds(30);
    /** Clocks of servers differ, and a verdict is dated before it is committed. */
    private static final Duration OVERLAP = Duration.ofMinutes(5);

    private final ProbeHealthTable table;
    private final Clock clock;
    private final Map<String, FleetVerdict> verdicts = new ConcurrentHashMap<>();
    private volatile Instant checkedAt = Instant.MIN;

    HealthBook(ProbeHealthTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    public Optional<FleetVerdict> of(String probeId) {
        refresh();
        return Optional.ofNullable(verdicts.get(probeId));
    }

    /** What stands against a probe's readings now. */
    public List<Doubt> doubts(Probe probe) {
        return of(probe.id())
                .map(verdict -> FleetVerdict.at(verdict.doubts(), probe, clock.instant()))
                .orElse(List.of());
    }

    /** Stores a verdict; {@link #remember} it once the transaction is committed. */
    void put(Handle handle, String probeId, FleetVerdict verdict) {
        table.put(handle, probeId, verdict);
    }

    void remember(String probeId, FleetVerdict verdict) {
        verdicts.put(probeId, verdict);
    }

    private void refresh() {
        Instant now = clock.instant();
        if (!checkedAt.isBefore(now.minus(BELIEVED))) {
            return;
        }
        synchronized (this) {
            if (checkedAt.isBefore(now.minus(BELIEVED))) {
                Instant since = checkedAt.equals(Instant.MIN) ? Instant.EPOCH : checkedAt.minus(OVERLAP);
                table.since(since)
                        .forEach((probe, verdict) -> verdicts.merge(
                                probe,
                                verdict,
                                (known, told) -> told.judgedAt().isAfter(known.judgedAt()) ? told : known));
                checkedAt = now;
            }
        }
    }
}
