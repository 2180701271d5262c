package io.milliwatt.irrigation.adapter.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** How zones stand. */
@ApplicationScoped
public class OutlookTable {

    private final Jdbi jdbi;
    private final JsonText json;

    OutlookTable(Jdbi jdbi, JsonText json) {
        this.jdbi = jdbi;
        this.json = json;
    }

    public void put(Handle handle, String zoneId, ZoneOutlook outlook) {
        handle.createUpdate("INSERT INTO zone_outlook (zone_id, made_at, outlook) VALUES (:zone, :at, :outlook::jsonb)"
                        + " ON CONFLICT (zone_id) DO UPDATE SET made_at = excluded.made_at, outlook = excluded.outlook")
                .bind("zone", zoneId)
                .bind("at", outlook.at())
                .bind("outlook", json.write(outlook))
                .execute();
    }

    public Map<String, ZoneOutlook> of(Collection<String> zoneIds) {
        Map<String, ZoneOutlook> outlooks = new HashMap<>();
        jdbi.useHandle(handle -> handle.createQuery(
                        "SELECT zone_id, outlook::text FROM zone_outlook WHERE zone_id = ANY(:zones)")
                .bind("zones", zoneIds.toArray(String[]::new))
                .map((row, context) -> Map.entry(row.getString(1), json.read(row.getString(2), ZoneOutlook.class)))
                .forEach(entry -> outlooks.put(entry.getKey(), entry.getValue())));
        return outlooks;
    }
}
