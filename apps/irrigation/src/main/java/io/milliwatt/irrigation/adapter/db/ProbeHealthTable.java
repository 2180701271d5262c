package io.milliwatt.irrigation.adapter.db;

import io.milliwatt.irrigation.probe.FleetVerdict;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** What the last look at each probe said. */
@ApplicationScoped
public class ProbeHealthTable {

    private final Jdbi jdbi;
    private final JsonText json;

    ProbeHealthTable(Jdbi jdbi, JsonText json) {
        this.jdbi = jdbi;
        this.json = json;
    }

    public void put(Handle handle, String probeId, FleetVerdict verdict) {
        handle.createUpdate("INSERT INTO probe_health (probe_id, judged_at, verdict) VALUES (:probe, :at,"
                        + " :verdict::jsonb) ON CONFLICT (probe_id) DO UPDATE SET judged_at = excluded.judged_at,"
                        + " verdict = excluded.verdict")
                .bind("probe", probeId)
                .bind("at", verdict.judgedAt())
                .bind("verdict", json.write(verdict))
                .execute();
    }

    /** Those judged from a moment on, by the probe's id. */
    public Map<String, FleetVerdict> since(Instant judgedAt) {
        Map<String, FleetVerdict> verdicts = new HashMap<>();
        jdbi.useHandle(handle -> handle.createQuery(
                        "SELECT probe_id, verdict::text FROM probe_health WHERE judged_at >= :since")
                .bind("since", judgedAt)
                .map((row, context) -> Map.entry(row.getString(1), json.read(row.getString(2), FleetVerdict.class)))
                .forEach(entry -> verdicts.put(entry.getKey(), entry.getValue())));
        return verdicts;
    }
}
