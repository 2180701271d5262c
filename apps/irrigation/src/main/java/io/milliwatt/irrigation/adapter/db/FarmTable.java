package io.milliwatt.irrigation.adapter.db;

import io.milliwatt.irrigation.adapter.definition.BlackoutDefinition;
import io.milliwatt.irrigation.adapter.definition.ProbeDefinition;
import io.milliwatt.irrigation.adapter.definition.SourceDefinition;
import io.milliwatt.irrigation.adapter.definition.ValveDefinition;
import io.milliwatt.irrigation.adapter.definition.ZoneDefinition;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** What is set up, as definitions. Only {@link FarmDirectory} reads it all, which remembers the answer. */
@ApplicationScoped
public class FarmTable {

    private final Jdbi jdbi;
    private final Clock clock;
    private final JsonText json;

    FarmTable(Jdbi jdbi, Clock clock, JsonText json) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.json = json;
    }

    /** The tables that hold nothing but a definition under an id, perhaps with a parent. */
    public enum Kind {
        SITE("site", ""),
        FIELD("field", "site_id"),
        SOIL("soil", ""),
        CROP("crop", ""),
        ZONE("zone", "field_id"),
        SOURCE("water_source", "site_id"),
        VALVE("valve", "zone_id"),
        PROBE("probe", "zone_id");

        private final String table;
        private final String parent;

        Kind(String table, String parent) {
            this.table = table;
            this.parent = parent;
        }

        /** As it is written in messages and the audit trail. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    long revision() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT number FROM farm_revision")
                .mapTo(Long.class)
                .one());
    }

    /** All definitions of a kind by id. */
    public <T> Map<String, T> all(Kind kind, Class<T> type) {
        Map<String, T> all = new LinkedHashMap<>();
        jdbi.useHandle(handle -> handle.createQuery("SELECT id, definition::text FROM " + kind.table + " ORDER BY id")
                .map((row, context) -> Map.entry(row.getString(1), json.read(row.getString(2), type)))
                .forEach(entry -> all.put(entry.getKey(), entry.getValue())));
        return all;
    }

    /** All blackouts by their number. */
    public Map<Long, BlackoutDefinition> blackouts() {
        Map<Long, BlackoutDefinition> all = new LinkedHashMap<>();
        jdbi.useHandle(handle -> handle.createQuery("SELECT id, definition::text FROM blackout ORDER BY id")
                .map((row, context) -> Map.entry(row.getLong(1), json.read(row.getString(2), BlackoutDefinition.class)))
                .forEach(entry -> all.put(entry.getKey(), entry.getValue())));
        return all;
    }

    /** @param parent the id of what it lies in; empty for what lies in nothing */
    public void put(Handle handle, Kind kind, String id, Optional<String> parent, Object definition) {
        String column = parent.isPresent() ? ", " + kind.parent : "";
        handle.createUpdate("INSERT INTO " + kind.table + " (id, definition, changed_at" + column
                        + ") VALUES (:id, :definition::jsonb, :now" + (parent.isPresent() ? ", :parent" : "")
                        + ") ON CONFLICT (id) DO UPDATE SET definition = excluded.definition, changed_at = excluded.changed_at"
                        + (parent.isPresent() ? ", " + kind.parent + " = excluded." + kind.parent : ""))
                .bind("id", id)
                .bind("definition", json.write(definition))
                .bind("now", clock.instant())
                .bindMap(parent.map(of -> Map.of("parent", of)).orElse(Map.of()))
                .execute();
        changed(handle);
    }

    public void putZone(Handle handle, String id, ZoneDefinition zone) {
        put(handle, Kind.ZONE, id, Optional.of(zone.fieldId()), zone);
        handle.createUpdate("UPDATE zone SET soil_id = :soil WHERE id = :id")
                .bind("soil", zone.soilId().orElse(null))
                .bind("id", id)
                .execute();
    }

    public void putSource(Handle handle, String id, SourceDefinition source) {
        put(handle, Kind.SOURCE, id, Optional.of(source.siteId()), source);
    }

    public void putValve(Handle handle, String id, ValveDefinition valve) {
        handle.createUpdate("INSERT INTO valve (id, zone_id, source_id, node, output, definition, changed_at)"
                        + " VALUES (:id, :zone, :source, :node, :output, :definition::jsonb, :now)"
                        + " ON CONFLICT (id) DO UPDATE SET zone_id = excluded.zone_id, source_id = excluded.source_id,"
                        + " node = excluded.node, output = excluded.output, definition = excluded.definition,"
                        + " changed_at = excluded.changed_at")
                .bind("id", id)
                .bind("zone", valve.zoneId())
                .bind("source", valve.sourceId())
                .bind("node", valve.nodeId())
                .bind("output", valve.output())
                .bind("definition", json.write(valve))
                .bind("now", clock.instant())
                .execute();
        changed(handle);
    }

    /** A change of depths is a move: what was read before stays at the depths of before. */
    public void putProbe(Handle handle, String id, ProbeDefinition probe) {
        handle.createUpdate("INSERT INTO probe (id, zone_id, node, definition, changed_at)"
                        + " VALUES (:id, :zone, :node, :definition::jsonb, :now)"
                        + " ON CONFLICT (id) DO UPDATE SET zone_id = excluded.zone_id, node = excluded.node,"
                        + " definition = excluded.definition, changed_at = excluded.changed_at")
                .bind("id", id)
                .bind("zone", probe.zoneId())
                .bind("node", probe.nodeId())
                .bind("definition", json.write(probe))
                .bind("now", clock.instant())
                .execute();
        handle.createUpdate("INSERT INTO probe_placement (probe_id, since, depths_millimetres)"
                        + " SELECT :id, :since, :depths WHERE NOT EXISTS (SELECT FROM (SELECT depths_millimetres FROM"
                        + " probe_placement WHERE probe_id = :id ORDER BY since DESC LIMIT 1) AS newest"
                        + " WHERE newest.depths_millimetres = :depths) ON CONFLICT (probe_id, since)"
                        + " DO UPDATE SET depths_millimetres = excluded.depths_millimetres")
                .bind("id", id)
                .bind("since", probe.installedAt())
                .bind(
                        "depths",
                        probe.depthsMillimetres().stream()
                                .mapToInt(Integer::intValue)
                                .toArray())
                .execute();
        changed(handle);
    }

    public long addBlackout(Handle handle, BlackoutDefinition blackout) {
        changed(handle);
        return handle.createQuery("INSERT INTO blackout (source_id, definition, changed_at)"
                        + " VALUES (:source, :definition::jsonb, :now) RETURNING id")
                .bind("source", blackout.sourceId())
                .bind("definition", json.write(blackout))
                .bind("now", clock.instant())
                .mapTo(Long.class)
                .one();
    }

    /** Whether there was one. */
    public boolean removeBlackout(Handle handle, long id) {
        changed(handle);
        return handle.createUpdate("DELETE FROM blackout WHERE id = :id")
                        .bind("id", id)
                        .execute()
                > 0;
    }

    /** Takes away what the server itself has reckoned for a zone; what people or valves did stays, and keeps the zone. */
    public void removeReckoned(Handle handle, String zoneId) {
        handle.createUpdate("DELETE FROM zone_outlook WHERE zone_id = :zone")
                .bind("zone", zoneId)
                .execute();
        handle.createUpdate("DELETE FROM season_plan WHERE zone_id = :zone")
                .bind("zone", zoneId)
                .execute();
        handle.createUpdate("DELETE FROM recommendation WHERE zone_id = :zone AND decision IN ('open', 'expired')")
                .bind("zone", zoneId)
                .execute();
    }

    /** Whether there was one. */
    public boolean remove(Handle handle, Kind kind, String id) {
        changed(handle);
        return handle.createUpdate("DELETE FROM " + kind.table + " WHERE id = :id")
                        .bind("id", id)
                        .execute()
                > 0;
    }

    private static void changed(Handle handle) {
        handle.execute("UPDATE farm_revision SET number = number + 1");
    }
}
