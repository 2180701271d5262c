package io.milliwatt.irrigation.adapter.db;

import io.milliwatt.irrigation.ledger.Entry;
import io.milliwatt.irrigation.ledger.Evidence;
import io.milliwatt.irrigation.probe.ProbeDigest;
import io.milliwatt.irrigation.site.Site;
import io.milliwatt.irrigation.zone.Zone;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** What an account is drawn from besides weather, rain and runs: water told by hand, corrections, and what probes said in the evenings. */
@ApplicationScoped
public class WaterTable {

    private final Jdbi jdbi;
    private final Clock clock;
    private final JsonText json;

    WaterTable(Jdbi jdbi, Clock clock, JsonText json) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.json = json;
    }

    /** Water that came otherwise than by a valve of ours: by hand or from a file. */
    public void apply(Handle handle, String zoneId, LocalDate day, double grossMillimetres, String origin) {
        handle.createUpdate("INSERT INTO applied_water (zone_id, day, gross_millimetres, origin) VALUES (:zone, :day,"
                        + " :gross, :origin) ON CONFLICT (zone_id, day, origin) DO UPDATE SET"
                        + " gross_millimetres = excluded.gross_millimetres")
                .bind("zone", zoneId)
                .bind("day", day)
                .bind("gross", grossMillimetres)
                .bind("origin", origin)
                .execute();
    }

    /** Taken as given about noon of its day, since nothing more is known. */
    public List<Entry.Watering> applied(Site site, Zone zone, LocalDate from) {
        return applied(site, List.of(zone), from).getOrDefault(zone.id(), List.of());
    }

    /** As {@link #applied(Site, Zone, LocalDate)}, of several zones of a site, by their ids. */
    public Map<String, List<Entry.Watering>> applied(Site site, Collection<Zone> zones, LocalDate from) {
        Map<String, Zone> byId = zones.stream().collect(Collectors.toMap(Zone::id, Function.identity()));
        Map<String, List<Entry.Watering>> applied = new HashMap<>();
        jdbi.useHandle(handle -> handle.createQuery("SELECT zone_id, day, gross_millimetres, origin FROM applied_water"
                        + " WHERE zone_id = ANY(:zones) AND day >= :from")
                .bind("zones", byId.keySet().toArray(String[]::new))
                .bind("from", from)
                .map((row, context) -> {
                    Zone zone = byId.get(row.getString(1));
                    LocalDate day = row.getObject(2, LocalDate.class);
                    return Map.entry(
                            zone.id(),
                            new Entry.Watering(
                                    row.getString(4) + "/" + day,
                                    site.startOf(day).plusSeconds(11 * 3600),
                                    site.startOf(day).plusSeconds(13 * 3600),
                                    zone.cubicMetres(row.getDouble(3)),
                                    Evidence.REPORTED,
                                    site.startOf(day)));
                })
                .forEach(entry -> applied.computeIfAbsent(entry.getKey(), id -> new ArrayList<>())
                        .add(entry.getValue())));
        return applied;
    }

    public void correct(
            Handle handle, String zoneId, LocalDate day, double depletion, double spread, String note, String by) {
        handle.createUpdate("INSERT INTO depletion_correction (zone_id, day, depletion_millimetres, spread_millimetres,"
                        + " note, by_user, at) VALUES (:zone, :day, :depletion, :spread, :note, :by, :now)"
                        + " ON CONFLICT (zone_id, day) DO UPDATE SET depletion_millimetres = excluded.depletion_millimetres,"
                        + " spread_millimetres = excluded.spread_millimetres, note = excluded.note,"
                        + " by_user = excluded.by_user, at = excluded.at")
                .bind("zone", zoneId)
                .bind("day", day)
                .bind("depletion", depletion)
                .bind("spread", spread)
                .bind("note", note)
                .bind("by", by)
                .bind("now", clock.instant())
                .execute();
    }

    public List<Entry.Measured> corrections(String zoneId, LocalDate from) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT * FROM depletion_correction WHERE zone_id = :zone AND day >= :from")
                .bind("zone", zoneId)
                .bind("from", from)
                .map((row, context) -> new Entry.Measured(
                        row.getObject("day", LocalDate.class),
                        row.getDouble("depletion_millimetres"),
                        row.getDouble("spread_millimetres"),
                        row.getString("note"),
                        row.getTimestamp("at").toInstant()))
                .list());
    }

    public void tell(Handle handle, LocalDate day, ProbeDigest digest) {
        handle.createUpdate(
                        "INSERT INTO probe_day (probe_id, day, digest, as_of) VALUES (:probe, :day, :digest::jsonb,"
                                + " :now) ON CONFLICT (probe_id, day) DO UPDATE SET digest = excluded.digest, as_of = excluded.as_of")
                .bind("probe", digest.probeId())
                .bind("day", day)
                .bind("digest", json.write(digest))
                .bind("now", clock.instant())
                .execute();
    }

    public List<Entry.Probed> probed(Collection<String> probeIds, LocalDate from) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT day, digest::text, as_of FROM probe_day WHERE probe_id = ANY(:probes) AND day >= :from")
                .bind("probes", probeIds.toArray(String[]::new))
                .bind("from", from)
                .map((row, context) -> new Entry.Probed(
                        row.getObject(1, LocalDate.class),
                        json.read(row.getString(2), ProbeDigest.class),
                        row.getTimestamp(3).toInstant()))
                .list());
    }

    /** The newest evening that is told of a probe. */
    public Optional<LocalDate> lastEvening(String probeId) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT max(day) FROM probe_day WHERE probe_id = :probe")
                .bind("probe", probeId)
                .map((row, context) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .one());
    }
}
